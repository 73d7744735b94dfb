package org.yiwang.record;

/** What happened to a record. Published inside the transaction that did it. */
public sealed interface RecordEvent {

    /** Whose record. */
    long volunteerId();

    /** Which record of that volunteer. */
    long recordId();

    /** The record as it is named to other modules. */
    default RecordKey key() {
        return new RecordKey(volunteerId(), recordId());
    }

    /** A record counts now, for the first time or again. */
    record BecameEffective(long volunteerId, long recordId) implements RecordEvent {}

    /** A record that counted does so no more: frozen by a case, replaced by a correction, or void. */
    record CeasedToCount(long volunteerId, long recordId) implements RecordEvent {}

    /** A record is over for good, replaced by a correction or void, whether or not it counted just before. */
    record Ended(long volunteerId, long recordId) implements RecordEvent {}

    /** A correction that lowers what counts was proposed; the volunteer may agree or object first. */
    record CorrectionProposed(long volunteerId, long recordId) implements RecordEvent {}

    /** What was proposed about a record was taken back: the record stands as it is. */
    record ProposalWithdrawn(long volunteerId, long recordId) implements RecordEvent {}

    /** A record was made or changed its standing and did not count before or after: put on notice, frozen, void … */
    record Changed(long volunteerId, long recordId) implements RecordEvent {}
}
