package org.yiwang.star;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.PersonHours.Minutes;

/**
 * What a scheme would mean that nobody has adopted: everybody's service of some days held against it and against the one that
 * holds. It decides nothing, and changes no star.
 *
 * @param id its id
 * @param madeBy account of who asked for it
 * @param madeAt when
 * @param scheme the scheme that is rehearsed
 * @param againstVersion version of the scheme that it is held against
 * @param from the first day of service
 * @param upTo the last day of service
 * @param state where it stands
 * @param total people to look at, as far as can be told before
 * @param done people looked at
 * @param gain people who would reach a higher star
 * @param lose people who would reach a lower one
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param adoptedVersion the version that it became, null if it was not adopted
 */
public record Rehearsal(
        long id,
        long madeBy,
        Instant madeAt,
        StarScheme scheme,
        int againstVersion,
        LocalDate from,
        LocalDate upTo,
        State state,
        long total,
        long done,
        long gain,
        long lose,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Integer adoptedVersion) {

    /** Where a rehearsal stands. */
    public enum State {
        /** It begins within seconds. */
        WAITING,
        /** It runs; if the program stops meanwhile, it begins anew with the next start. */
        RUNNING,
        /** Its result is there. */
        DONE,
        /** It broke off several times. */
        FAILED
    }

    /** Whether it waits or runs. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** How far it is, in per cent. */
    public int percent() {
        return state == State.DONE ? 100 : total == 0 ? 0 : (int) Math.min(99, done * 100 / total);
    }

    /** How long it took, or takes until now. */
    public Duration took(Instant now) {
        return startedAt == null ? Duration.ZERO : Duration.between(startedAt, finishedAt == null ? now : finishedAt);
    }

    /**
     * How many people reach a star.
     *
     * @param star which, 0 for none
     * @param now under the scheme that holds
     * @param then under the one that is rehearsed
     */
    public record Count(int star, long now, long then) {}

    /**
     * Somebody who would reach another star.
     *
     * @param volunteerId who
     * @param region where the person lives
     * @param starNow the star under the scheme that holds, 0 for none
     * @param starThen the star under the one rehearsed
     * @param minutesNow what counts under the scheme that holds
     * @param minutesThen what counts under the one rehearsed
     */
    public record Change(
            long volunteerId, RegionCode region, int starNow, int starThen, Minutes minutesNow, Minutes minutesThen) {

        /** Whether it is a higher one. */
        public boolean isGain() {
            return starThen > starNow;
        }
    }
}
