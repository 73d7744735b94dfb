package org.yiwang.ledger;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why the ledger refuses something. */
public enum LedgerProblem implements Problem {
    /** No such book was opened. */
    BOOK_UNKNOWN(Kind.NOT_FOUND),
    /** There is no such account in this book. */
    ACCOUNT_UNKNOWN(Kind.NOT_FOUND),
    /** The owner has an account in this book already, with another limit. */
    ACCOUNT_DIFFERS(Kind.CONFLICT),
    /** The key was used before, for something else. */
    KEY_USED(Kind.CONFLICT),
    /** Fewer than two legs, more than one for an account, or more than one transfer has. */
    LEGS(Kind.INVALID),
    /** An amount of nothing, below nothing or beyond all measure, or an outgoing one with a last day. */
    AMOUNT(Kind.INVALID),
    /** The legs do not sum to zero. */
    NOT_BALANCED(Kind.INVALID),
    /** What is free on the account would fall below its limit. */
    LIMIT(Kind.CONFLICT),
    /** What may go below zero holds nothing that expires. */
    NO_EXPIRY_HERE(Kind.INVALID),
    /** The last day is over already. */
    DAY_PAST(Kind.INVALID),
    /** There is no such transfer. */
    TRANSFER_UNKNOWN(Kind.NOT_FOUND),
    /** The transfer was taken back before. */
    REVERSED_ALREADY(Kind.CONFLICT),
    /** Expiries and reversals are not taken back; a new transfer says why it is made. */
    NOT_REVERSIBLE(Kind.CONFLICT),
    /** What came in by the transfer is spent, held or expired, and the limit would break. */
    SPENT(Kind.CONFLICT),
    /** There is no such hold. */
    HOLD_UNKNOWN(Kind.NOT_FOUND),
    /** The hold was captured, released, or its last day is over. */
    HOLD_OVER(Kind.CONFLICT),
    /** More than the hold still keeps. */
    HOLD_EXCEEDED(Kind.CONFLICT);

    private final Kind kind;

    LedgerProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "ledger." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
