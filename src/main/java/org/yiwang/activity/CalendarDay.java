package org.yiwang.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A day of the calendar.
 *
 * @param day the day
 * @param entries its first activities, soonest first
 * @param more how many more there are
 */
public record CalendarDay(LocalDate day, List<Entry> entries, int more) {

    /**
     * An activity on that day.
     *
     * @param activityId its id
     * @param title its title
     * @param start start of its first shift on that day
     * @param free whether any shift still has a place
     */
    public record Entry(long activityId, String title, Instant start, boolean free) {}
}
