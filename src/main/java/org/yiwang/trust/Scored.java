package org.yiwang.trust;

import org.jspecify.annotations.Nullable;

/**
 * A fact with what it weighs.
 *
 * @param fact what is known
 * @param end at which end, null for the whole record
 * @param points what it adds
 * @param number the figure that goes with it (metres, people, percent), null if none
 */
public record Scored(
        GradeFact fact,
        @Nullable End end,
        int points,
        @Nullable Integer number) {

    /** The two ends of a service. */
    public enum End {
        /** Arrival. */
        IN,
        /** Departure. */
        OUT
    }
}
