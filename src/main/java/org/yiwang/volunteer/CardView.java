package org.yiwang.volunteer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
     * What anybody learns who scans a card: nothing personal beyond the masked name, and for the minute in which the code
     * is fresh the photo that the person put there.
     *
     * @param maskedName 张*
     * @param number unified number
     * @param state whether the registration is valid
     * @param printed whether the code is that of a printed card, which does not show that its bearer is the person
     * @param portrait JPEG, null if there is none or the card is printed or void
     */
    public record Scanned(String maskedName, String number, State state, boolean printed, byte @Nullable [] portrait) {}

    /**
     * A card to be printed and worn.
     *
     * @param volunteer whose
     * @param address what its QR carries
     * @param portrait JPEG, null if there is none
     */
    public record Printed(VolunteerView volunteer, String address, byte @Nullable [] portrait) {}
}
