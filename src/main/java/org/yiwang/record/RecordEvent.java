package org.yiwang.record;

/** What happened to a record. Published inside the transaction that did it. */
public sealed interface RecordEvent {

    /** A record counts now. */
    record BecameEffective(long volunteerId, long recordId) implements RecordEvent {}
}
