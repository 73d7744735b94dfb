package org.yiwang.signup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.signup.SignUpView.State;

/**
 * A row of sign-up.
 *
 * @param waitingNo number on the waiting list, null unless waiting
 * @param byAccountId who made it: the person, the guardian, or the organizer who invited
 * @param keyDigest of the application's idempotency key, null if it had none
 * @param ended 0 while it lives
 */
record SignUp(
        long activityId,
        long id,
        long shiftId,
        long volunteerId,
        State state,
        How how,
        @Nullable Long waitingNo,
        Instant at,
        long byAccountId,
        @Nullable Long keyDigest,
        long ended) {

    /** How it came about. */
    enum How {
        /** Places are given at once. */
        OPEN,
        /** The organizer decides. */
        REVIEWED,
        /** The organizer asked. */
        INVITATION
    }

    boolean live() {
        return ended == 0;
    }

    Shift.Key shift() {
        return new Shift.Key(activityId, shiftId);
    }

    SignUpView view(@Nullable Integer position) {
        return new SignUpView(id, activityId, shiftId, volunteerId, state, position, at);
    }
}
