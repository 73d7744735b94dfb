package org.yiwang.bulk;

import java.time.Instant;

/**
 * Identifiers in the form of {@code kernel.Ids} (TSID: milliseconds since 2020 in 42 bits, 22 bits below), made of a moment
 * and a number instead of the clock and chance. Two of one table are never equal as long as the moments are whole seconds
 * and the numbers differ.
 */
final class SeededIds {

    private static final long EPOCH_SECONDS =
            Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
    private static final int LOW_BITS = 22;
    private static final long MOST = 1000L << LOW_BITS;

    private SeededIds() {}

    /**
     * The identifier.
     *
     * @param at a whole second since 2020
     * @param number of what is made, below four thousand million
     */
    static long of(Instant at, long number) {
        long seconds = at.getEpochSecond() - EPOCH_SECONDS;
        if (seconds < 0 || at.getNano() != 0 || number < 0 || number >= MOST) {
            throw new IllegalArgumentException("no identifier for " + number + " at " + at);
        }
        return (seconds * 1000 << LOW_BITS) + number;
    }
}
