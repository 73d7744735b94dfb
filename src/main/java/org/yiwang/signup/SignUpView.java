package org.yiwang.signup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up.
 *
 * @param id its id
 * @param activityId the activity
 * @param shiftId the shift
 * @param volunteerId who
 * @param state where it stands
 * @param position place in the waiting list from 1, null unless waiting
 * @param at when it was made
 */
public record SignUpView(
        long id,
        long activityId,
        long shiftId,
        long volunteerId,
        State state,
        @Nullable Integer position,
        Instant at) {

    /** Where a sign-up stands. */
    public enum State {
        /** Waits for the organizer's decision; holds no place. */
        APPLIED,
        /** Has a place. */
        ACCEPTED,
        /** On the waiting list. */
        WAITING,
        /** Invited by the organizer; waits for the person's answer. */
        INVITED,
        /** Refused by the organizer. */
        REFUSED,
        /** Withdrawn by the person, an offer or invitation declined. */
        WITHDRAWN,
        /** The activity was called off. */
        CANCELLED,
        /** Had a place and did not come. */
        NO_SHOW
    }
}
