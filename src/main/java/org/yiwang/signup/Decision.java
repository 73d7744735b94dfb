package org.yiwang.signup;

import org.yiwang.kernel.Refusal;

/** What an application leads to. */
sealed interface Decision {

    /** A new sign-up: accepted, waiting or to be decided by the organizer. */
    record Made(SignUp signUp, int position) implements Decision {}

    /** The person is signed up already and asks again: the same answer. */
    record Same(SignUp signUp) implements Decision {}

    /** The person was invited; applying is saying yes. */
    record Invited(SignUp signUp) implements Decision {}

    /** At that time the person has another place. */
    record Overlaps(Commitment other) implements Decision {}

    /** Refused. */
    record Refused(Refusal why) implements Decision {}
}
