package org.yiwang.record;

/**
 * What several records come to. Credit and honour time stand apart and are never added up; what waits to count stands
 * apart from both.
 *
 * @param key what the records have in common: a month (2026-11), a code, an id; empty for the sum of all
 * @param creditMinutes 信用时长 that counts
 * @param honourMinutes 荣誉时长 that counts
 * @param waitingMinutes time of pending and held records
 * @param records how many records count or wait
 */
public record RecordSum(String key, long creditMinutes, long honourMinutes, long waitingMinutes, long records) {

    /** By what records are summed up. */
    public enum By {
        /** By month of the service. */
        MONTH,
        /** By category of the activity. */
        CATEGORY,
        /** By the divisions next below the one asked for. */
        REGION,
        /** By organization. */
        ORGANIZATION,
        /** By volunteer. */
        PERSON
    }
}
