package org.yiwang.volunteer;

import org.yiwang.kernel.Actor;

/** Who says that a taken document is theirs. */
public sealed interface Claimant {

    /**
     * Somebody without an account, who has proved a mobile number on the way here.
     *
     * @param ticket from {@link Joining#prove}
     */
    record ByMobile(String ticket) implements Claimant {}

    /**
     * The owner of an account that is no volunteer.
     *
     * @param actor signed in
     */
    record ByAccount(Actor actor) implements Claimant {}
}
