package org.yiwang.ledger;

/** How a hold stands. */
public enum HoldState {
    /** Something is still set aside. */
    OPEN,
    /** All of it was captured. */
    CAPTURED,
    /** What was not captured was set free. */
    RELEASED,
    /** Its last day was over before all of it was captured. */
    EXPIRED
}
