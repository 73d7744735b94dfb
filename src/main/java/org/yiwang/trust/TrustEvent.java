package org.yiwang.trust;

import java.util.List;
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

    /**
     * Records have a grade for the first time, or other facts or another rule behind it.
     *
     * @param records which
     */
    record Graded(List<RecordKey> records) implements TrustEvent {}
}
