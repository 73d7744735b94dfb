package org.yiwang.entry;

import java.time.LocalDate;

/**
 * How much an organization may still enter by hand.
 *
 * @param week Monday of the week
 * @param usedMinutes used in this week
 * @param limitMinutes what the week allows
 * @param yearUsedMinutes used in the last 52 weeks
 * @param yearLimitMinutes what 52 weeks allow
 * @param samples spot checks of the last 12 months
 */
public record QuotaView(
        LocalDate week, int usedMinutes, int limitMinutes, int yearUsedMinutes, int yearLimitMinutes, int samples) {

    /** Minutes that may still be confirmed this week. */
    public int leftMinutes() {
        return Math.max(0, Math.min(limitMinutes - usedMinutes, yearLimitMinutes - yearUsedMinutes));
    }
}
