package org.yiwang.honour;

import org.jspecify.annotations.Nullable;

/**
 * A claim of the nominator.
 *
 * @param no its number within the nomination
 * @param words what is claimed
 * @param source key of the {@link Fact} on which it rests, null if on none
 * @param state where it stands
 * @param doubt why a judge finds it not supported, null if none does
 */
public record Statement(
        int no,
        String words,
        @Nullable String source,
        State state,
        @Nullable String doubt) {

    /** Whether it is still said. */
    public boolean isLive() {
        return state == State.SAID || state == State.DOUBTED;
    }

    /** Where a claim stands. */
    public enum State {
        /** It is said. */
        SAID,
        /** A judge finds it not supported: nobody else reads it until it is written anew. */
        DOUBTED,
        /** Written anew by the nominator; the nominee has not agreed to it, and nobody else reads it. */
        WAITING,
        /** Written anew. */
        REPLACED,
        /** Taken back. */
        TAKEN_BACK
    }

    /**
     * What a nominator writes.
     *
     * @param words what is claimed
     * @param source key of a fact, null for none
     */
    public record Draft(String words, @Nullable String source) {}
}
