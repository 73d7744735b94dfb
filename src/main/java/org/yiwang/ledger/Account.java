package org.yiwang.ledger;

import org.jspecify.annotations.Nullable;

/** An account under its lock, as a command changes it. Not for several threads. */
final class Account {

    final long id;
    final String book;
    final @Nullable Long lowerLimit;
    long balance;
    long held;
    long entries;

    Account(Balance stands, long entries) {
        id = stands.accountId();
        book = stands.book();
        lowerLimit = stands.lowerLimit();
        balance = stands.balance();
        held = stands.held();
        this.entries = entries;
    }

    /** Whether its limit holds. */
    boolean isWithinLimit() {
        return lowerLimit == null || balance - held >= lowerLimit;
    }

    /** Whether it never goes below zero: only then what is free covers all its lots. */
    boolean isNeverNegative() {
        return lowerLimit != null && lowerLimit == 0;
    }
}
