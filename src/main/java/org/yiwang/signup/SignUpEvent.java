package org.yiwang.signup;

/** What happened to a sign-up. Published inside the transaction that did it. */
public sealed interface SignUpEvent {

    /** The activity. */
    long activityId();

    /** A place was given: at once, by decision, or from the waiting list. */
    record Accepted(long activityId, long shiftId, long volunteerId) implements SignUpEvent {}

    /** A place was given up. */
    record Withdrawn(long activityId, long shiftId, long volunteerId) implements SignUpEvent {}
}
