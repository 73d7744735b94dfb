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
 * @param wanted whether only what can be signed up for now
 * @param words words that all stand in title, organizer, place, category or description; empty for all
 * @param near a point to list by distance from, null to list by time
 */
public record ActivityFilter(
        RegionCode region,
        @Nullable String category,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Wanted wanted,
        String words,
        @Nullable Point near) {

    /** Whether only what has a free place is wanted. */
    public boolean free() {
        return wanted == Wanted.FREE;
    }

    /** What sign-up must be like now. */
    public enum Wanted {
        /** Any. */
        ALL,
        /** It is open, be it for the waiting list. */
        OPEN,
        /** It is open and there is a free place. */
        FREE
    }

    /**
     * A point.
     *
     * @param latitude degrees
     * @param longitude degrees
     */
    public record Point(double latitude, double longitude) {}
}
