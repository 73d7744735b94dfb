package org.yiwang.trust;

import org.yiwang.record.RecordKey;

/** What was learned about how far records can be trusted. Published inside the transaction that learned it. */
public sealed interface TrustEvent {

    /**
     * Somebody said in a spot check not to have been there, and the caller hands the record over to be looked into.
     *
     * @param record the record
     * @param words what was said
     * @param byAccountId who called
     */
    record NotThere(RecordKey record, String words, long byAccountId) implements TrustEvent {}
}
