package org.yiwang.ledger;

/** How a transfer came about. */
public enum TransferKind {
    /** Somebody ordered it. */
    TRANSFER,
    /** Out of a hold. */
    CAPTURE,
    /** It takes another one back. */
    REVERSAL,
    /** What was left of lots when their last day was over. */
    EXPIRY
}
