package org.yiwang.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How an account stands.
 *
 * @param accountId which
 * @param book in which book
 * @param owner whose
 * @param balance sum of its entries
 * @param held part of it that is set aside
 * @param lowerLimit below which what is free never falls; null for an account that issues
 */
public record Balance(
        long accountId,
        String book,
        Owner owner,
        long balance,
        long held,
        @Nullable Long lowerLimit) {

    /** What is free: the balance without what is held. Can be negative where the limit is. */
    public long free() {
        return balance - held;
    }
}
