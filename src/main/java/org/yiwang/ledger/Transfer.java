package org.yiwang.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was moved. It never changes; asking again under the same key gives the same.
 *
 * @param id which transfer
 * @param book in which book
 * @param kind how it came about
 * @param memo what for
 * @param reverses the transfer that this one takes back, if it does
 * @param holdId the hold out of which it came, if it did
 * @param at when
 * @param entries one for each account, in the order of accounts
 */
public record Transfer(
        long id,
        String book,
        TransferKind kind,
        String memo,
        @Nullable Long reverses,
        @Nullable Long holdId,
        Instant at,
        List<Entry> entries) {}
