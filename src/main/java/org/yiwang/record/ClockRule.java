package org.yiwang.record;

/**
 * Rule {@code record.clock}: the organizer's deadline in working days after the activity ends (Order 67 art. 11).
 *
 * @param remindAfterDays when leaders are reminded
 * @param alarmAfterDays when they are alarmed
 * @param dueAfterDays the last day
 */
record ClockRule(int remindAfterDays, int alarmAfterDays, int dueAfterDays) {}
