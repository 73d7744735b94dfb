package org.yiwang.star;

import org.yiwang.kernel.Refusal;
import org.yiwang.record.PersonHours.Minutes;

/**
 * The hours of a person held against one star.
 *
 * @param asks the star
 * @param minutes credit and honour time until the cut-off
 * @param honourCounted how much of the honour time counts
 */
public record Reckoning(StarScheme.Asks asks, Minutes minutes, long honourCounted) {

    /** Honour time beyond the share that counts. */
    public long honourCut() {
        return minutes.honourMinutes() - honourCounted;
    }

    /** What counts in all. */
    public long counted() {
        return minutes.creditMinutes() + honourCounted;
    }

    /** What is missing, 0 if nothing. */
    public long missing() {
        return Math.max(0, asks.minutes() - counted());
    }

    /** Whether the threshold is reached. */
    public boolean isReached() {
        return missing() == 0;
    }

    /** Why it is not granted: what is missing, in hours and minutes, as people count. */
    Refusal refusal() {
        return new Refusal(StarProblem.BELOW_THRESHOLD, asks.star(), missing() / 60, missing() % 60);
    }

    /** How much of the threshold is there, in per cent, 100 only if all is. */
    public int percent() {
        return isReached() ? 100 : (int) (counted() * 100 / asks.minutes());
    }
}
