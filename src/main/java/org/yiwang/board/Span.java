package org.yiwang.board;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long the period of a board is (domain F10: 每周、每月和年度). Days are those of the service, in the city's zone. */
public enum Span {
    /** From Monday to Sunday. */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** A calendar year. */
    YEAR,
    /** All there ever was. */
    ALL;

    /** Stands as the first day of all time; before any service. */
    private static final LocalDate EVER = LocalDate.EPOCH;

    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    /** First day of the period in which that day lies. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case ALL -> EVER;
        };
    }

    /** Last day of the period that begins on that day. */
    public LocalDate endOf(LocalDate start) {
        return this == ALL ? FOR_EVER : next(start).minusDays(1);
    }

    /** First day of the period after the one that begins on that day. */
    public LocalDate next(LocalDate start) {
        return switch (this) {
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
            case ALL -> start;
        };
    }
}
