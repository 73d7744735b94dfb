package org.yiwang.dossier;

/** What happened to an entry. Published inside the transaction that did it. */
public sealed interface DossierEvent {

    /** An entry that was on record is over for good: replaced by a correction, or void. */
    record Ended(long volunteerId, long entryId) implements DossierEvent {}
}
