package org.yiwang.kernel;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of time from {@code start} up to but not including {@code end}.
 *
 * @param start first moment
 * @param end first moment after; always later than {@code start}
 */
public record Period(Instant start, Instant end) {

    /** Refuses a span that ends before or when it begins. */
    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period ends after it begins: " + start + " – " + end);
        }
    }

    /** Whether the two share a moment. */
    public boolean overlaps(Period other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** Whether the moment lies inside. */
    public boolean contains(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    /** Whole minutes from start to end, rounded down. */
    public int minutes() {
        return Math.toIntExact(Duration.between(start, end).toMinutes());
    }

    /** The same span with that much added before and after. */
    public Period widen(Duration before, Duration after) {
        return new Period(start.minus(before), end.plus(after));
    }
}
