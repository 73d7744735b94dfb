package org.yiwang.ledger;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of balances expires, and what of transfers has expired. */
@Component
public class Lots {

    private final LotStore store;

    Lots(LotStore store) {
        this.store = store;
    }

    /** What is left on an account and expires, by its last day, the next one first. What is held is among it. */
    @Transactional(readOnly = true)
    public List<Expiring> expiring(long accountId) {
        return store.expiring(accountId);
    }

    /** How much of what a transfer brought in has expired since: that is gone, whoever takes the transfer back. */
    @Transactional(readOnly = true)
    public long expired(long transferId) {
        return store.expired(transferId);
    }

    /** How much of what a transfer brought in is left of its own lots, what is held among it; nothing of what made no lot. */
    @Transactional(readOnly = true)
    public long left(long transferId) {
        return store.left(transferId);
    }

    /**
     * Part of a balance.
     *
     * @param lastDay the day until which it can be spent
     * @param amount how much is left of it
     */
    public record Expiring(LocalDate lastDay, long amount) {}
}
