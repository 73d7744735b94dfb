package org.yiwang.entry;

import java.time.LocalDate;

/**
 * How much an organization may still enter by hand.
 *
 * @param week Monday of the week
 * @param usedMinutes used in this week
 * @param limitMinutes what the week allows
 * @param yearUsedMinutes used in the weeks of a year that end with this one
 * @param yearLimitMinutes what a year allows
 * @param weeks how many weeks a year is
 * @param samples spot checks of the last 12 months
 */
public record QuotaView(
        LocalDate week,
        int usedMinutes,
        int limitMinutes,
        int yearUsedMinutes,
        int yearLimitMinutes,
        int weeks,
        int samples) {

    /** Minutes that may still be confirmed this week. */
    public int leftMinutes() {
        return Math.max(0, Math.min(limitMinutes - usedMinutes, yearLimitMinutes - yearUsedMinutes));
    }
}
