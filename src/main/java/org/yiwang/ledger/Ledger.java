package org.yiwang.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.ledger.LedgerStore.Header;

/**
 * Books by double entry. Commands join the caller's transaction, so that a movement and its reason stand or fall together;
 * a transaction that gives more than one command should put the movements into one order of several legs instead, as locks
 * taken one after the other know no order. Whether the caller may do it is for the caller to know.
 *
 * <p>A command under a key that was used in its book before gives the same answer if it is the same command, and is refused
 * as {@link LedgerProblem#KEY_USED} if not. A refused command leaves its key free.
 */
@Component
public class Ledger {

    private final LedgerStore store;
    private final LotStore lots;
    private final LedgerCheckStore check;
    private final Posting posting;
    private final Holds holds;
    private final Expiry expiry;

    Ledger(LedgerStore store, LotStore lots, LedgerCheckStore check, Posting posting, Holds holds, Expiry expiry) {
        this.store = store;
        this.lots = lots;
        this.check = check;
        this.posting = posting;
        this.holds = holds;
        this.expiry = expiry;
    }

    /**
     * Opens a book, with the account of {@link Owner#EXPIRED}; one that is open stays as it is.
     *
     * @param book its name: lower case letters, digits and hyphens, for example {@code points}
     */
    @Transactional
    public void openBook(String book) {
        store.openBook(book, posting.now());
        open(book, Owner.EXPIRED, 0L);
    }

    /**
     * Opens the account of an owner in a book; one that is open stays as it is.
     *
     * @param lowerLimit below which what is free never falls: 0, or below 0 for one that may owe; null for one that issues.
     *     Refused as {@link LedgerProblem#ACCOUNT_DIFFERS} if the account is open with another one
     * @return its id
     */
    @Transactional
    public long open(String book, Owner owner, @Nullable Long lowerLimit) {
        if (lowerLimit != null && lowerLimit > 0) {
            throw new IllegalArgumentException("an account begins at zero, which would be below its limit");
        }
        if (!store.hasBook(book)) {
            throw new Refusal(LedgerProblem.BOOK_UNKNOWN);
        }
        store.open(new Balance(Ids.next(), book, owner, 0, 0, lowerLimit), posting.now());
        Balance account = store.ofOwner(owner).stream()
                .filter(a -> a.book().equals(book))
                .findFirst()
                .orElseThrow();
        if (!Objects.equals(account.lowerLimit(), lowerLimit)) {
            throw new Refusal(LedgerProblem.ACCOUNT_DIFFERS);
        }
        return account.accountId();
    }

    /**
     * Moves between accounts of a book. What goes out is taken from the lots that expire first, then from what does not
     * expire. Refuses what does not sum to zero, what is no amount, what an account lacks ({@link LedgerProblem#LIMIT}), and
     * expiring amounts for accounts that may go below zero.
     */
    @Transactional
    public Transfer transfer(TransferOrder order) {
        order.check();
        long id = Ids.next();
        Optional<Long> earlier = posting.before(order.book(), order.key(), order.content(), id);
        if (earlier.isPresent()) {
            return get(earlier.get());
        }
        LocalDate today = posting.today();
        Worksheet sheet = posting.lock(
                order.book(), order.legs().stream().map(Leg::accountId).toList(), List.of());
        for (Leg leg : order.legs()) {
            if (leg.lastDay() != null && leg.lastDay().isBefore(today)) {
                throw new Refusal(LedgerProblem.DAY_PAST);
            }
            sheet.post(leg);
        }
        sheet.check(LedgerProblem.LIMIT);
        return posting.write(
                new Header(id, order.book(), TransferKind.TRANSFER, order.memo(), null, null, posting.now()), sheet);
    }

    /**
     * Sets an amount aside until it is captured or released, or its last day is over. What it keeps of lots does not expire
     * meanwhile. Refuses what the account lacks ({@link LedgerProblem#LIMIT}).
     *
     * @return the id of the hold
     */
    @Transactional
    public long hold(HoldOrder order) {
        return holds.hold(order);
    }

    /**
     * Moves all or part of a hold to another account; the rest stays held. Refused if the hold is over
     * ({@link LedgerProblem#HOLD_OVER}) or keeps less ({@link LedgerProblem#HOLD_EXCEEDED}).
     */
    @Transactional
    public Transfer capture(CaptureOrder order) {
        return holds.capture(order);
    }

    /** Sets free what is left of a hold; nothing happens if that was done or it expired. Refused if all of it was captured. */
    @Transactional
    public void release(long holdId) {
        holds.release(holdId, HoldState.RELEASED);
    }

    /** The hold as it stands. Refuses {@link LedgerProblem#HOLD_UNKNOWN}. */
    @Transactional(readOnly = true)
    public HoldView getHold(long holdId) {
        return holds.get(holdId);
    }

    /**
     * Takes a transfer or a capture back, once. What had gone out comes back into the lots it was taken from, with their last
     * days; what had come in goes out again, from its own lot first. Refused as {@link LedgerProblem#SPENT} if an account has
     * not got it any more, as {@link LedgerProblem#REVERSED_ALREADY}, or as {@link LedgerProblem#NOT_REVERSIBLE} for expiries
     * and reversals. A hold whose capture is taken back is not held again.
     */
    @Transactional
    public Transfer reverse(long transferId, String key, String memo) {
        Transfer original = get(transferId);
        if (original.kind() == TransferKind.REVERSAL || original.kind() == TransferKind.EXPIRY) {
            throw new Refusal(LedgerProblem.NOT_REVERSIBLE);
        }
        long id = Ids.next();
        Optional<Long> earlier = posting.before(original.book(), key, "reverse\n" + transferId + "\n" + memo, id);
        if (earlier.isPresent()) {
            return get(earlier.get());
        }
        List<LotPart> parts = lots.entries(transferId);
        Worksheet sheet = posting.lock(
                original.book(),
                original.entries().stream().map(Entry::accountId).toList(),
                parts);
        if (store.isReversed(transferId)) {
            throw new Refusal(LedgerProblem.REVERSED_ALREADY);
        }
        original.entries().forEach(entry -> sheet.reverse(entry, parts));
        sheet.check(LedgerProblem.SPENT);
        return posting.write(
                new Header(id, original.book(), TransferKind.REVERSAL, memo, transferId, null, posting.now()), sheet);
    }

    /**
     * Ends holds whose last day is over, and moves what is free of lots whose last day is over to the account of
     * {@link Owner#EXPIRED} in their book; in batches, each in a transaction of its own. Until this is done, what is due
     * can still be spent.
     *
     * @return how many holds and accounts it ended something of
     */
    public long expireDue(Instant now) {
        return expiry.expireDue(posting.dayOf(now));
    }

    /** How an account stands. Refuses {@link LedgerProblem#ACCOUNT_UNKNOWN}. */
    @Transactional(readOnly = true)
    public Balance balance(long accountId) {
        return store.find(accountId).orElseThrow(() -> new Refusal(LedgerProblem.ACCOUNT_UNKNOWN));
    }

    /** How the accounts of an owner stand, in the order of books; none if it has none. */
    @Transactional(readOnly = true)
    public List<Balance> balances(Owner owner) {
        return store.ofOwner(owner);
    }

    /**
     * The entries of an account with the balance after each, the last one first. Refuses {@link LedgerProblem#ACCOUNT_UNKNOWN}.
     *
     * @param page from 1
     * @param size lines of a page
     */
    @Transactional(readOnly = true)
    public Slice<StatementLine> statement(long accountId, int page, int size) {
        balance(accountId);
        int shown = Slice.page(page);
        return Slice.cut(store.statement(accountId, (shown - 1L) * size, size + 1), shown, size);
    }

    /**
     * Computes balances, what is held and what is left of lots from the entries anew, and names what differs; the same moment
     * for all, while commands go on.
     *
     * @return what does not agree, some of each sort at most; nothing if all is well
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<LedgerDivergence> divergences() {
        return check.divergences();
    }

    private Transfer get(long transferId) {
        return store.transfer(transferId).orElseThrow(() -> new Refusal(LedgerProblem.TRANSFER_UNKNOWN));
    }
}
