package org.yiwang.trust;

/**
 * Rule {@code trust.sample-clock}: when samples are drawn and offices reminded.
 *
 * @param settleMinutes so old a head is before a sample is drawn by it: whatever was made before it is on record by then
 * @param remindDays days after which offices are reminded, again and again, while people of a sample wait for a call
 */
record SampleClockRule(int settleMinutes, int remindDays) {

    static final String KEY = "trust.sample-clock";
}
