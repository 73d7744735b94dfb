package org.yiwang.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passport that was made here.
 *
 * @param volunteerId whose
 * @param passportId which
 * @param madeAt when
 * @param validUntil last moment at which it can be taken in elsewhere
 * @param moving whether it was made to move away
 * @param totals of the records in it that count
 * @param state where it stands
 * @param revokedAt when it was revoked, null if it was not
 */
public record PassportView(
        long volunteerId,
        long passportId,
        Instant madeAt,
        Instant validUntil,
        boolean moving,
        Passport.Totals totals,
        State state,
        @Nullable Instant revokedAt) {

    /** Where a passport stands. */
    public enum State {
        /** Can be taken in. */
        VALID,
        /** Its last day is over. */
        EXPIRED,
        /** Its owner has revoked it. */
        REVOKED,
        /** A record in it has changed since: it ceased to count or was replaced. The person makes a new one. */
        OUTDATED,
        /** It was used to move away. */
        MOVED
    }

    /**
     * Where the person has moved to.
     *
     * @param passportId with which passport
     * @param origin the platform
     * @param name its name
     * @param at when
     */
    public record Departure(long passportId, String origin, String name, Instant at) {}
}
