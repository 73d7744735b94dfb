package org.yiwang.record;

import org.jspecify.annotations.Nullable;

/**
 * Something that lists, totals and certificates go by and that is not what was recorded.
 *
 * @param what what does not agree
 * @param volunteerId whose record or total
 * @param recordId which record; null for a total
 * @param detail the columns that differ, or the year and the category of the total; empty if nothing more is to be said
 */
public record Divergence(
        What what, long volunteerId, @Nullable Long recordId, String detail) {

    /** What does not agree. */
    public enum What {
        /** A record stands in the lists of which no entry is kept. */
        NO_ENTRY,
        /** An entry is kept of a record that stands in no list. */
        NO_STANDING,
        /** The record stands otherwise than its entry and its last step say. */
        DIFFERS,
        /** The record counts, or ceased to, and neither is that sealed nor does it wait to be. */
        NOT_SEALED,
        /** The total of a year and a category is not the sum of the records that count. */
        TOTAL
    }
}
