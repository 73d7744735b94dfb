package org.yiwang.exchange;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;

/** The other statutory groups of a person, into a passport and out of one. */
@Component
class PassportDossier {

    /** The groups as a passport shows them. */
    Passport.@Nullable Groups of(long volunteerId) {
        return null;
    }

    /** Takes over the groups of a verified passport. */
    void take(Actor actor, ArrivalView arrival, Passport passport) {}
}
