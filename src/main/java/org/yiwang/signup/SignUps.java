package org.yiwang.signup;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;

/** Sign-ups: applying and withdrawing, and who has a place. Deciding and inviting is {@code SignUpDesk}'s. */
@Component
public class SignUps {

    SignUps() {}

    /**
     * Applies for a shift, through the combiner; answers after commit.
     *
     * @param passCode for activities that ask for one
     * @param key idempotency key; a repeat is answered as the first call was
     */
    public SignUpView apply(
            Actor actor,
            long volunteerId,
            long activityId,
            long shiftId,
            @Nullable String passCode,
            @Nullable String key) {
        throw new IllegalStateException("being built");
    }

    /** Gives the place or the position up; the next in the list is promoted. */
    public void withdraw(Actor actor, long volunteerId, long activityId, long shiftId) {
        throw new IllegalStateException("being built");
    }

    /** The live or last sign-up of a volunteer for a shift. */
    public Optional<SignUpView> find(long activityId, long shiftId, long volunteerId) {
        throw new IllegalStateException("being built");
    }

    /** Those who have a place in the activity's shifts. */
    public List<SignUpView> accepted(long activityId) {
        throw new IllegalStateException("being built");
    }

    /** The volunteer's sign-ups that are not over yet, soonest shift first. */
    public List<SignUpView> upcoming(long volunteerId) {
        throw new IllegalStateException("being built");
    }

    /** Notes that somebody who had a place did not come. */
    public void noShow(long activityId, long shiftId, long volunteerId) {
        throw new IllegalStateException("being built");
    }
}
