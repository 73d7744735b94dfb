package org.yiwang.trust;

/**
 * Rule {@code trust.sample}: how many records of a month and region are checked.
 *
 * @param perMille of all records
 * @param atLeast however few there are
 * @param atMost however many there are
 * @param servedAtMost added at most because those served said that nobody came
 * @param publishFrom so many people of an organization must have been reached before it is published by name
 */
record SampleRule(int perMille, int atLeast, int atMost, int servedAtMost, int publishFrom) {

    static final String KEY = "trust.sample";

    /** How many of so many records are drawn. */
    int size(int records) {
        int share = Math.ceilDiv(Math.multiplyExact((long) records, (long) perMille), 1000L) > Integer.MAX_VALUE
                ? Integer.MAX_VALUE
                : (int) Math.ceilDiv((long) records * perMille, 1000L);
        return Math.min(records, Math.clamp(share, atLeast, atMost));
    }
}
