package org.yiwang.entry;

/** Where one person's line of an entry stands. */
public enum EntryState {
    /** Entered by one person; waits for another one of the organization. */
    ENTERED,
    /** Confirmed by a second person; waits until the volunteer agrees. */
    CONFIRMED,
    /** Waits for the district. */
    WITH_DISTRICT,
    /** On record; the record tells what becomes of it. */
    RECORDED,
    /** Refused by the second person, the volunteer, the district or the checks. */
    REFUSED,
    /** Taken back by whoever entered it. */
    WITHDRAWN,
    /** Nobody finished it in time. */
    EXPIRED;

    /** Whether something can still become of it. */
    public boolean isOpen() {
        return this == ENTERED || this == CONFIRMED || this == WITH_DISTRICT;
    }
}
