package org.yiwang.activity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/**
 * What somebody looks for in the public list.
 *
 * @param region only what lies in it
 * @param category code of the table {@code category}, null for all
 * @param from first day, null for today
 * @param to last day, null for no end
 * @param free only what has a free place and can be signed up for now
 * @param words words that all stand in title, organizer, place, category or description; empty for all
 * @param near a point to list by distance from, null to list by time
 */
public record ActivityFilter(
        RegionCode region,
        @Nullable String category,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean free,
        String words,
        @Nullable Point near) {

    /** Everything in a region. */
    public static ActivityFilter in(RegionCode region) {
        return new ActivityFilter(region, null, null, null, false, "", null);
    }

    /**
     * A point.
     *
     * @param latitude degrees
     * @param longitude degrees
     */
    public record Point(double latitude, double longitude) {}
}
