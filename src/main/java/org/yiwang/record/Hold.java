package org.yiwang.record;

/** What a held record waits for. */
public enum Hold {
    /** The day has more than 8 hours with it: the organization approves. */
    LONG_DAY,
    /** The day has more than 12 hours with it: the district approves. */
    VERY_LONG_DAY,
    /** Another live record covers part of the time: the organizer corrects one of them. */
    OVERLAP,
    /** Check-in and check-out lie outside the shift: the organizer attests the time served. */
    OUTSIDE_SHIFT,
    /**
     * Both ends rest on an organizer's word while nothing may be entered by hand: nothing counts until two people correct it
     * after the ban.
     */
    NO_MANUAL_ENTRY,
    /** A case about it is open; it stands afterwards as it stood before, unless the case decides otherwise. */
    CASE
}
