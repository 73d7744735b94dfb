package org.yiwang.record;

/** Knows which records somebody objects to. */
public interface OpenCases {

    /** Whether a case about the record is open: a proposed correction waits meanwhile. */
    boolean isOpen(RecordKey key);

    /** Whether the volunteer can open an objection to the record, or to what is proposed about it, now. */
    boolean mayObject(RecordKey key);

    /** Whether a case holds the record frozen: nobody else brings it back meanwhile. */
    boolean holdsFrozen(RecordKey key);
}
