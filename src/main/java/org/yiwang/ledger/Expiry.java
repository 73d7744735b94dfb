package org.yiwang.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.ledger.LedgerStore.Header;
import org.yiwang.platform.Batches;

/** Ends holds and lots whose last day is over, in batches, each in a transaction of its own. */
@Component
class Expiry {

    /** Holds, or lots, that one transaction takes. */
    static final int BATCH = 200;

    private final HoldStore dueHolds;
    private final LotStore dueLots;
    private final LedgerStore store;
    private final Holds holds;
    private final Posting posting;
    private final TransactionTemplate transaction;

    Expiry(
            HoldStore dueHolds,
            LotStore dueLots,
            LedgerStore store,
            Holds holds,
            Posting posting,
            TransactionTemplate transaction) {
        this.dueHolds = dueHolds;
        this.dueLots = dueLots;
        this.store = store;
        this.holds = holds;
        this.posting = posting;
        this.transaction = transaction;
    }

    /** Holds come first: what they set free of lots that are due expires in the same run. */
    long expireDue(LocalDate today) {
        long ended = Batches.whileFull(BATCH, () -> expireHolds(today));
        return ended + Batches.whileFull(1, () -> expireLots(today));
    }

    private int expireHolds(LocalDate today) {
        List<Long> due = dueHolds.due(today, BATCH);
        for (long hold : due) {
            transaction.executeWithoutResult(_ -> expireHold(hold));
        }
        return due.size();
    }

    private void expireHold(long hold) {
        try {
            holds.release(hold, HoldState.EXPIRED);
        } catch (Refusal captured) {
            // Captured since it was listed: nothing is left to expire.
            if (captured.problem() != LedgerProblem.HOLD_OVER) {
                throw captured;
            }
        }
    }

    private int expireLots(LocalDate today) {
        Map<String, Set<Long>> books = dueLots.due(today, BATCH).stream()
                .collect(groupingBy(LotStore.Due::book, TreeMap::new, mapping(LotStore.Due::accountId, toSet())));
        books.forEach((book, accounts) -> transaction.executeWithoutResult(_ -> expireLots(book, accounts, today)));
        return books.values().stream().mapToInt(Set::size).sum();
    }

    private void expireLots(String book, Set<Long> accounts, LocalDate today) {
        long expired = store.ofOwner(Owner.EXPIRED).stream()
                .filter(account -> account.book().equals(book))
                .findFirst()
                .orElseThrow()
                .accountId();
        Set<Long> all = new TreeSet<>(accounts);
        all.add(expired);
        Worksheet sheet = posting.lock(book, all, List.of());
        long amount = accounts.stream().mapToLong(id -> sheet.expire(id, today)).sum();
        if (amount > 0) {
            sheet.post(new Leg(expired, amount, null));
            posting.write(new Header(Ids.next(), book, TransferKind.EXPIRY, "", null, null, posting.now()), sheet);
        }
    }
}
