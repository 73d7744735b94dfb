package org.yiwang.record;

/** Where a record stands. */
public enum RecordState {
    /** Waits for the activity to be closed with a summary. */
    PENDING,
    /** Waits for a decision; {@link Hold} says which. */
    HELD,
    /** Counts. */
    EFFECTIVE,
    /** Replaced by a correction. */
    SUPERSEDED,
    /** Declared void, with a reason. */
    VOID
}
