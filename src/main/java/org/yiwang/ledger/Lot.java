package org.yiwang.ledger;

import java.time.LocalDate;

/** What is left of something that expires, under the lock of its account. Not for several threads. */
final class Lot {

    final long id;
    final long accountId;
    final LocalDate lastDay;
    final long amount;
    long remaining;
    long held;

    Lot(long id, long accountId, LocalDate lastDay, long amount) {
        this.id = id;
        this.accountId = accountId;
        this.lastDay = lastDay;
        this.amount = amount;
    }

    /** What is left and not held. */
    long free() {
        return remaining - held;
    }
}
