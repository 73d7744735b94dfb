package org.yiwang.volunteer;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rest that a volunteer takes: nobody invites, nothing reminds, nothing is marked dormant. Hours, stars and the card stay
 * as they are, and who rests may serve at any time.
 *
 * @param volunteerId who
 * @param since from when
 * @param until the last day, null if it is left open
 * @param endedAt when the person came back, null if that has not happened
 */
public record Rest(
        long volunteerId,
        Instant since,
        @Nullable LocalDate until,
        @Nullable Instant endedAt) {

    /** Whether it goes on that day. */
    public boolean isOn(LocalDate day) {
        return endedAt == null && (until == null || !day.isAfter(until));
    }
}
