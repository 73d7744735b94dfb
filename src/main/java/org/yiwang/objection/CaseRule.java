package org.yiwang.objection;

/**
 * Rule {@code objection.case}, in working days.
 *
 * @param remindAfterDays when whoever has to answer is reminded
 * @param alarmAfterDays when they are alarmed
 * @param dueAfterDays the last day for an answer
 * @param escalateWithinDays how long after an answer the volunteer may take it to the district, and whoever reported a
 *     decision to the office above
 */
record CaseRule(int remindAfterDays, int alarmAfterDays, int dueAfterDays, int escalateWithinDays) {

    static final String KEY = "objection.case";
}
