package org.yiwang.volunteer;

/** What happened to a registration. Published inside the transaction that did it. */
public sealed interface VolunteerEvent {

    /** The volunteer. */
    long volunteerId();

    /** Somebody was registered; may still wait for a confirmation or a check. */
    record Registered(long volunteerId) implements VolunteerEvent {}

    /** The registration became valid: at once, by confirmation or by decision. */
    record Confirmed(long volunteerId) implements VolunteerEvent {}

    /** The registration is void: never confirmed, disowned or refused. */
    record Voided(long volunteerId) implements VolunteerEvent {}

    /** The person closed the account or withdrew the consent it rests on: nothing but storage (PIPL art. 47). */
    record Restricted(long volunteerId) implements VolunteerEvent {}

    /** The person lives elsewhere now: moved within a district, or both districts agreed. */
    record Moved(long volunteerId) implements VolunteerEvent {}
}
