package org.yiwang.activity;

/**
 * How an activity may be extended, once: rule {@code activity.extension}.
 *
 * @param days by at most so many days after its end
 * @param withinDaysAfterEnd asked for at most so many days after its end
 */
record ExtensionRule(int days, int withinDaysAfterEnd) {

    static final String KEY = "activity.extension";
}
