package org.yiwang.entry;

/**
 * What is asked of manual entry (rule {@code entry.manual}).
 *
 * @param withinDays days after the shift within which it may be entered
 * @param publishedMinutesBefore how long before the shift the activity must have been public
 * @param toleranceMinutes minutes before and after the shift that may be entered
 * @param secondHoldsRoleDays days for which the second person has held a role in the organization
 * @param expiresDays days after which lapses what nobody finished
 * @param mostPeople people on one sheet
 */
record ManualRule(
        int withinDays,
        int publishedMinutesBefore,
        int toleranceMinutes,
        int secondHoldsRoleDays,
        int expiresDays,
        int mostPeople) {

    static final String KEY = "entry.manual";
}
