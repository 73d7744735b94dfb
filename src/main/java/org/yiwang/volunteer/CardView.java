package org.yiwang.volunteer;

import java.time.Instant;
import org.yiwang.volunteer.VolunteerView.State;

/**
 * An electronic card.
 *
 * @param volunteer whose
 * @param code what the QR carries now
 * @param address the whole address in the QR, {@code …/c/<code>}
 * @param shortCode eight digits, good all day, for a card without network
 * @param changesAt when the code changes
 */
public record CardView(VolunteerView volunteer, String code, String address, String shortCode, Instant changesAt) {

    /**
     * What anybody learns who scans a card: nothing personal beyond the masked name.
     *
     * @param maskedName 张*
     * @param number unified number
     * @param state whether the registration is valid
     */
    public record Scanned(String maskedName, String number, State state) {}
}
