package org.yiwang.record;

/** Where a record stands. */
public enum RecordState {
    /** Waits for the activity to be closed with a summary. */
    PENDING,
    /** On public notice with a masked name; counts from the moment {@link RecordView#countsOn()} on. */
    NOTICE,
    /** Waits for a decision; {@link Hold} says which. */
    HELD,
    /** Counts. */
    EFFECTIVE,
    /** Replaced by a correction. */
    SUPERSEDED,
    /** Declared void, with a reason. */
    VOID
}
