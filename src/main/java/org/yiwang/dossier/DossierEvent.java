package org.yiwang.dossier;

/** What happened to an entry. Published inside the transaction that did it. */
public sealed interface DossierEvent {

    /** An entry that was on record is over for good: replaced by a correction, or void. */
    record Ended(long volunteerId, long entryId) implements DossierEvent {}

    /**
     * Both sides have spoken, so that the volunteer sees from now on what the team said. Nothing is told when the time for
     * speaking has run out instead: {@link Qualities#shown} finds those.
     */
    record EvaluationShown(long volunteerId, long activityId) implements DossierEvent {}
}
