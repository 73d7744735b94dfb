package org.yiwang.signup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Ids;
import org.yiwang.signup.SignUpView.State;

/**
 * A dated change of a sign-up's state.
 *
 * @param waitingNo number on the waiting list, null unless it goes there
 * @param reason in the words of who did it, null where the cause says all
 */
record Change(
        SignUp of,
        long id,
        State to,
        Cause cause,
        @Nullable Long waitingNo,
        @Nullable String reason,
        Instant at,
        long byAccountId) {

    static Change of(SignUp signUp, State to, Cause cause, Instant at, long byAccountId) {
        return new Change(signUp, Ids.next(), to, cause, null, null, at, byAccountId);
    }

    Change because(@Nullable String why) {
        return new Change(of, id, to, cause, waitingNo, why, at, byAccountId);
    }

    Change numbered(long number) {
        return new Change(of, id, to, cause, number, reason, at, byAccountId);
    }

    /** Why a sign-up changed its state. */
    enum Cause {
        /** By the organizer. */
        ACCEPTED,
        /** By the organizer. */
        REFUSED,
        /** Accepted while no place was free: goes on the waiting list. */
        QUEUED,
        /** A place became free. */
        PROMOTED,
        /** By the person. */
        WITHDRAWN,
        /** The person does not want the place that came from the waiting list. */
        OFFER_DECLINED,
        /** By the person. */
        INVITATION_ACCEPTED,
        /** By the person. */
        INVITATION_DECLINED,
        /** The activity was called off. */
        CALLED_OFF,
        /** The shift was moved onto another place of the person. */
        MOVED,
        /** The registration of the person ended. */
        NOT_VALID,
        /** By the organizer, in or after the shift. */
        NO_SHOW,
        /** The organizer had noted a no-show too early. */
        CAME_AFTER_ALL
    }
}
