package org.yiwang.ledger;

/**
 * Something kept beside the entries that is not what they say, or entries that contradict each other.
 *
 * @param what does not agree
 * @param id of the account, transfer, lot or hold
 * @param expected what the entries make
 * @param found what stands there
 */
public record LedgerDivergence(What what, long id, long expected, long found) {

    /** What does not agree. */
    public enum What {
        /** The legs of a transfer do not sum to zero. */
        TRANSFER_SUM,
        /** A transfer has not as many legs as it says. */
        TRANSFER_LEGS,
        /** The balance of an account is not the sum of its entries. */
        BALANCE,
        /** The number of an account's entries is not that of its last one, or one is missing in between. */
        ENTRIES,
        /** The running balance of an account is not the sum of its entries so far; found at the first one. */
        RUNNING_BALANCE,
        /** What an account holds is not what its open holds keep. */
        HELD,
        /** What is free on an account is less than its limit. */
        LIMIT,
        /** What is left of a lot is not what was put into it less what was taken out. */
        LOT,
        /** What is held of a lot is not what open holds keep of it. */
        LOT_HELD,
        /** The lots of an account that are free are more than what is free on it. */
        LOTS_OF_ACCOUNT,
        /** What was captured of a hold is not what its transfers moved. */
        CAPTURED
    }
}
