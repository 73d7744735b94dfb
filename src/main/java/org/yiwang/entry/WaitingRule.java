package org.yiwang.entry;

/**
 * How long entered time waits in public before it counts (rule {@code entry.waiting}).
 *
 * @param days for people who were signed up or are members
 * @param strangerDays for others
 */
record WaitingRule(int days, int strangerDays) {

    static final String KEY = "entry.waiting";
}
