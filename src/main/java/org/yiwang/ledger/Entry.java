package org.yiwang.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer did to an account.
 *
 * @param accountId which
 * @param entryNo number among the entries of the account, from 1 and without gaps
 * @param amount what came in, or what went out as a negative number
 * @param balance of the account after it
 * @param lastDay until when what came in can be spent; null if it does not expire
 */
public record Entry(
        long accountId,
        long entryNo,
        long amount,
        long balance,
        @Nullable LocalDate lastDay) {}
