package org.yiwang.record;

/** Where a record comes from. */
public enum Origin {
    /** Check-in and check-out. */
    ATTENDANCE,
    /** Entered by organizers, by two people (domain F18). */
    MANUAL,
    /** Handed in late with a proof, approved by the district (补录). */
    MAKEUP,
    /** A signed sheet or a file of one. */
    PAPER,
    /** Another district or another platform. */
    TRANSFER;

    /** Whether people here entered it: time that waits longer before it counts. */
    boolean isHandMade() {
        return this == MANUAL || this == MAKEUP || this == PAPER;
    }
}
