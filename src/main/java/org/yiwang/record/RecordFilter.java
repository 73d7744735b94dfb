package org.yiwang.record;

import org.jspecify.annotations.Nullable;

/**
 * Which of one's records to list. Absent means all.
 *
 * @param year year of the service date
 * @param category code of the table {@code category}
 * @param state where it stands
 * @param kind credit or honour time
 */
public record RecordFilter(
        @Nullable Integer year,
        @Nullable String category,
        @Nullable RecordState state,
        @Nullable TimeKind kind) {

    /** Everything that was not superseded. */
    public static final RecordFilter ALL = new RecordFilter(null, null, null, null);
}
