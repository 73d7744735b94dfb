package org.yiwang.record;

import org.jspecify.annotations.Nullable;

/**
 * How a record stands.
 *
 * @param state its state
 * @param hold what it waits for; present exactly when held
 */
record Standing(RecordState state, @Nullable Hold hold) {

    static final Standing PENDING = new Standing(RecordState.PENDING, null);
    static final Standing EFFECTIVE = new Standing(RecordState.EFFECTIVE, null);
    static final Standing SUPERSEDED = new Standing(RecordState.SUPERSEDED, null);
    static final Standing VOID = new Standing(RecordState.VOID, null);

    Standing {
        if ((state == RecordState.HELD) != (hold != null)) {
            throw new IllegalArgumentException("held records, and only they, have a hold");
        }
    }

    static Standing held(Hold hold) {
        return new Standing(RecordState.HELD, hold);
    }

    /** Whether the record counts or may come to count; an overlap does not claim its time. */
    boolean claimsTime() {
        return switch (state) {
            case PENDING, EFFECTIVE -> true;
            case HELD -> hold == Hold.LONG_DAY || hold == Hold.VERY_LONG_DAY;
            case SUPERSEDED, VOID -> false;
        };
    }

    /** Whether nothing more can happen to it. */
    boolean isOver() {
        return state == RecordState.SUPERSEDED || state == RecordState.VOID;
    }
}
