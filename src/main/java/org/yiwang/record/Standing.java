package org.yiwang.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a record stands.
 *
 * @param state its state
 * @param hold what it waits for; present exactly when held
 * @param countsOn when it begins to count; present on public notice
 */
record Standing(
        RecordState state, @Nullable Hold hold, @Nullable Instant countsOn) {

    static final Standing PENDING = new Standing(RecordState.PENDING, null, null);
    static final Standing EFFECTIVE = new Standing(RecordState.EFFECTIVE, null, null);
    static final Standing SUPERSEDED = new Standing(RecordState.SUPERSEDED, null, null);
    static final Standing VOID = new Standing(RecordState.VOID, null, null);
    static final Standing FROZEN = held(Hold.CASE);

    Standing {
        if ((state == RecordState.HELD) != (hold != null)) {
            throw new IllegalArgumentException("held records, and only they, have a hold");
        }
        if (state == RecordState.NOTICE && countsOn == null) {
            throw new IllegalArgumentException("public notice ends at some moment");
        }
    }

    static Standing held(Hold hold) {
        return new Standing(RecordState.HELD, hold, null);
    }

    static Standing notice(Instant countsOn) {
        return new Standing(RecordState.NOTICE, null, countsOn);
    }

    static Standing of(RecordView record) {
        return new Standing(record.state(), record.hold(), record.countsOn());
    }

    /**
     * Whether the record counts or may come to count; an overlap does not claim its time. A frozen record claims what it
     * claimed before.
     */
    boolean claimsTime() {
        return switch (state) {
            case PENDING, NOTICE, EFFECTIVE -> true;
            case HELD -> hold == Hold.LONG_DAY || hold == Hold.VERY_LONG_DAY;
            case SUPERSEDED, VOID -> false;
        };
    }

    boolean isFrozen() {
        return hold == Hold.CASE;
    }

    /** Whether nothing more can happen to it. */
    boolean isOver() {
        return state == RecordState.SUPERSEDED || state == RecordState.VOID;
    }
}
