package org.yiwang.attendance;

/**
 * Rule {@code attendance.checking}.
 *
 * @param openBeforeMinutes how long before the shift check-in opens
 * @param pairsPerDay check-in and check-out pairs of one person per activity and day
 * @param farMetres from which distance to the place on a check is marked
 * @param remindAfterMinutes how long after the shift a forgotten check-out is reminded of
 * @param graceHours how long after the shift one can still check out or say when one left
 * @param repeatSeconds a second scan within this time is a repeat, not the opposite
 */
record CheckingRule(
        int openBeforeMinutes,
        int pairsPerDay,
        int farMetres,
        int remindAfterMinutes,
        int graceHours,
        int repeatSeconds) {}
