package org.yiwang.trust;

/** What somebody said who was called about a record. */
public enum Outcome {
    /** Was there, and the time is about right. */
    CONFIRMED,
    /** Was there, but not for that time. */
    WRONG_TIME,
    /** Was not there. */
    WAS_NOT_THERE,
    /** Nobody answered; may be called again. */
    NOT_REACHED
}
