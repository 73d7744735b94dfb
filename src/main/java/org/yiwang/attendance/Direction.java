package org.yiwang.attendance;

/** What a check means. */
public enum Direction {
    /** Arriving. */
    IN,
    /** Leaving. */
    OUT,
    /** Leaving for who is here, arriving for who is not: for scans of cards. */
    EITHER
}
