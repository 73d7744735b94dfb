package org.yiwang.teamstar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a rating.
 *
 * @param what what
 * @param stars the stars it was about, null where there are none
 * @param words the question, the reason or the answer, null where there is none
 * @param accountId who did it; 0 for the program
 * @param at when
 */
public record StepView(
        What what, @Nullable Integer stars, @Nullable String words, long accountId, Instant at) {

    /** What can happen. */
    public enum What {
        /** The figures were counted. */
        COUNTED,
        /** The team asked for a look. */
        ASKED,
        /** The office confirmed what was computed. */
        CONFIRMED,
        /** The office gave no stars this year. */
        SET_ASIDE,
        /** Somebody of the office asked for more stars than computed. */
        RAISE_ASKED,
        /** A second person agreed. */
        RAISED,
        /** A second person did not agree. */
        RAISE_REFUSED,
        /** The team was told that its stars are to be taken away, and why. */
        ASIDE_TOLD,
        /** The team said something to that. */
        ASIDE_REPLIED,
        /** The stars stay. */
        KEPT,
        /** It was published. */
        PUBLISHED
    }
}
