package org.yiwang.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/**
 * What a transfer does to one account.
 *
 * @param accountId which
 * @param amount what comes in, or what goes out as a negative number; whole units
 * @param lastDay the day until which what comes in can be spent; null if it does not expire
 */
public record Leg(long accountId, long amount, @Nullable LocalDate lastDay) {

    /** More than any leg moves: nine million such transfers still fit into a balance. */
    static final long MOST = 1_000_000_000_000L;

    /** So much comes in and stays. Refuses {@link LedgerProblem#AMOUNT}. */
    public static Leg in(long accountId, long amount) {
        return new Leg(accountId, positive(amount), null);
    }

    /** So much comes in and can be spent until that day. Refuses {@link LedgerProblem#AMOUNT}. */
    public static Leg in(long accountId, long amount, LocalDate lastDay) {
        return new Leg(accountId, positive(amount), lastDay);
    }

    /** So much goes out, what expires first before all else. Refuses {@link LedgerProblem#AMOUNT}. */
    public static Leg out(long accountId, long amount) {
        return new Leg(accountId, -positive(amount), null);
    }

    /** The amount, if it is one that can be moved. */
    static long positive(long amount) {
        if (amount < 1 || amount > MOST) {
            throw new Refusal(LedgerProblem.AMOUNT);
        }
        return amount;
    }
}
