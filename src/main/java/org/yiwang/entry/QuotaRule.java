package org.yiwang.entry;

import java.util.List;

/**
 * How much an organization may enter by hand (rule {@code entry.quota}; domain §6: at most 5 % before sampling).
 *
 * @param shareBasisPoints hundredths of a percent of the minutes checked in during those weeks
 * @param weeks how far back is looked, at what was checked in and at what was entered by hand alike: a year
 * @param weeksPart which part of the year's share one week may use: a twelfth
 * @param weekFloorMinutes what any honest organization may enter in a week
 * @param yearFloorMinutes what any honest organization may enter in a year
 * @param fewestSamples samples below which nothing is concluded from them
 * @param honesty how much of it is kept by the share of samples found right, best first
 */
record QuotaRule(
        int shareBasisPoints,
        int weeks,
        int weeksPart,
        int weekFloorMinutes,
        int yearFloorMinutes,
        int fewestSamples,
        List<HonestyStep> honesty) {

    static final String KEY = "entry.quota";

    /**
     * A step.
     *
     * @param fromPercent at least so many of a hundred samples were right
     * @param keepPercent so much of the quota is kept
     */
    record HonestyStep(int fromPercent, int keepPercent) {}

    /** What may be entered in a week and in a year, in minutes. */
    Limits limits(long checkedInMinutes, int samples, int confirmed) {
        int keep = keepPercent(samples, confirmed);
        long year = Math.max(yearFloorMinutes, checkedInMinutes * shareBasisPoints / 10_000);
        long week = Math.max(weekFloorMinutes, year / weeksPart);
        return new Limits(
                (int) Math.min(1_000_000, week * keep / 100), (int) Math.min(50_000_000, year * keep / 100), weeks);
    }

    /** How much of a hundred is kept: all while too few samples were checked. */
    int keepPercent(int samples, int confirmed) {
        if (samples < fewestSamples || samples == 0) {
            return 100;
        }
        int percent = (int) (100L * confirmed / samples);
        return honesty.stream()
                .filter(step -> percent >= step.fromPercent())
                .mapToInt(HonestyStep::keepPercent)
                .max()
                .orElse(0);
    }

    /**
     * Limits.
     *
     * @param weekMinutes in one week
     * @param yearMinutes in so many weeks
     * @param weeks how many weeks, that one among them
     */
    record Limits(int weekMinutes, int yearMinutes, int weeks) {}
}
