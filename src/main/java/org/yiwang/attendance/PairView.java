package org.yiwang.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check-in with its check-out.
 *
 * @param activityId the activity
 * @param pairId its id
 * @param shiftId the shift
 * @param volunteerId who
 * @param state where it stands
 * @param shiftEnd end of the shift
 * @param cameAt arrival
 * @param leftAt departure, null unless closed
 * @param in evidence of arrival
 * @param out evidence of departure, null unless closed
 * @param saidLeftAt when the person says to have left, null if nothing was said
 * @param saidWhy what the person says about it
 */
public record PairView(
        long activityId,
        long pairId,
        long shiftId,
        long volunteerId,
        State state,
        Instant shiftEnd,
        Instant cameAt,
        @Nullable Instant leftAt,
        Evidence in,
        @Nullable Evidence out,
        @Nullable Instant saidLeftAt,
        @Nullable String saidWhy) {

    /** Where a pair stands. */
    public enum State {
        /** Here now. */
        OPEN,
        /** Nobody checked out; waits for the organizer's word. */
        FORGOTTEN,
        /** Complete. */
        CLOSED
    }
}
