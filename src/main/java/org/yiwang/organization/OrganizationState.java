package org.yiwang.organization;

/** Where an organization stands. */
public enum OrganizationState {
    /** Applied for; waits for the office or the parent organization (待审). */
    WAITING,
    /** Sent back with reasons; the applicant may correct it and send it again (退回). */
    RETURNED,
    /** Taken back by the applicant. */
    WITHDRAWN,
    /** Approved and in its period (已审). */
    ACTIVE,
    /** Its filing ran out; a renewal makes it active again (备案到期). */
    EXPIRED,
    /** Stopped with reasons; may be restarted (停用). */
    STOPPED;

    /** Whether it was approved at some time: it has a public page and leaders. */
    public boolean wasApproved() {
        return this == ACTIVE || this == EXPIRED || this == STOPPED;
    }
}
