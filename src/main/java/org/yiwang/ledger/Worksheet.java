package org.yiwang.ledger;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;

/**
 * The accounts of one command, locked, with their lots, and what the command enters. All arithmetic of the ledger is here;
 * nothing is written before {@link #check} has passed. Not for several threads.
 */
final class Worksheet {

    private final Map<Long, Account> accounts = new LinkedHashMap<>();
    private final Map<Long, Lot> lots = new LinkedHashMap<>();
    private final List<Lot> made = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<LotPart> lotEntries = new ArrayList<>();

    /**
     * Begins with what stands.
     *
     * @param locked the accounts
     * @param open their lots, what expires first before the rest
     */
    Worksheet(Collection<Account> locked, Collection<Lot> open) {
        locked.forEach(account -> accounts.put(account.id, account));
        open.forEach(lot -> lots.put(lot.id, lot));
    }

    Account account(long id) {
        Account account = accounts.get(id);
        if (account == null) {
            throw new Refusal(LedgerProblem.ACCOUNT_UNKNOWN);
        }
        return account;
    }

    /** What an order does to an account: in, into a lot of its own if it expires, or out, oldest expiry first. */
    void post(Leg leg) {
        enter(account(leg.accountId()), leg.amount(), leg.lastDay());
        if (leg.amount() < 0) {
            take(-leg.amount(), lotsOf(leg.accountId()).toList());
        } else if (leg.lastDay() != null) {
            if (!account(leg.accountId()).isNeverNegative()) {
                throw new Refusal(LedgerProblem.NO_EXPIRY_HERE);
            }
            Lot lot = new Lot(Ids.next(), leg.accountId(), leg.lastDay(), leg.amount());
            lots.put(lot.id, lot);
            made.add(lot);
            move(lot, leg.amount());
        }
    }

    /** Sets something aside, oldest expiry first, and says what of which lot. */
    List<LotPart> hold(Account account, long amount) {
        account.held += amount;
        List<LotPart> kept = new ArrayList<>();
        long rest = amount;
        for (Lot lot : lotsOf(account.id).toList()) {
            long some = Math.min(rest, lot.free());
            if (some > 0) {
                lot.held += some;
                kept.add(new LotPart(lot.id, some));
                rest -= some;
            }
        }
        return kept;
    }

    /** Sets free what a hold keeps. */
    void release(Account account, long amount, List<LotPart> kept) {
        account.held -= amount;
        kept.forEach(part -> lot(part.lotId()).held -= part.amount());
    }

    /** Moves something out of a hold, oldest expiry first, and says what the hold keeps of its lots. */
    List<LotPart> capture(Account account, long amount, List<LotPart> kept) {
        enter(account, -amount, null);
        account.held -= amount;
        List<LotPart> left = new ArrayList<>();
        long rest = amount;
        for (LotPart part :
                kept.stream().sorted(comparing(p -> lot(p.lotId()).lastDay)).toList()) {
            long some = Math.min(rest, part.amount());
            Lot lot = lot(part.lotId());
            lot.held -= some;
            if (some > 0) {
                move(lot, -some);
            }
            left.add(new LotPart(lot.id, part.amount() - some));
            rest -= some;
        }
        return left;
    }

    /**
     * Takes an entry back: what had gone out comes in again, into the lots it came from; what had come in goes out, first of
     * all out of the lot it made, or out of what does not expire if it made none, so that nobody keeps the longer-lived part.
     *
     * @param parts what the transfer had done to lots of this and other accounts
     */
    void reverse(Entry entry, List<LotPart> parts) {
        Account account = account(entry.accountId());
        List<LotPart> own = parts.stream()
                .filter(part -> lot(part.lotId()).accountId == account.id)
                .toList();
        long lasting = account.balance
                - account.held
                - lotsOf(account.id).mapToLong(Lot::free).sum();
        enter(account, -entry.amount(), null);
        if (entry.amount() < 0) {
            own.forEach(part -> move(lot(part.lotId()), -part.amount()));
        } else if (own.isEmpty()) {
            take(
                    entry.amount() - Math.clamp(lasting, 0, entry.amount()),
                    lotsOf(account.id).toList());
        } else {
            Lot first = lot(own.getFirst().lotId());
            take(
                    entry.amount(),
                    Stream.concat(Stream.of(first), lotsOf(account.id).filter(lot -> lot != first))
                            .toList());
        }
    }

    /** Moves out of an account what is free of its lots whose last day is over, and says how much that is. */
    long expire(long accountId, LocalDate today) {
        List<Lot> due = lotsOf(accountId)
                .filter(lot -> lot.lastDay.isBefore(today) && lot.free() > 0)
                .toList();
        long amount = due.stream().mapToLong(Lot::free).sum();
        if (amount > 0) {
            enter(account(accountId), -amount, null);
            due.forEach(lot -> move(lot, -lot.free()));
        }
        return amount;
    }

    /** Refuses if the limit of an account does not hold any more. */
    void check(LedgerProblem otherwise) {
        if (!accounts.values().stream().allMatch(Account::isWithinLimit)) {
            throw new Refusal(otherwise);
        }
    }

    Collection<Account> accounts() {
        return accounts.values();
    }

    /** The lots that stood before. */
    List<Lot> lots() {
        return lots.values().stream().filter(lot -> !made.contains(lot)).toList();
    }

    /** The lots that the command made. */
    List<Lot> made() {
        return made;
    }

    List<Entry> entries() {
        return entries;
    }

    List<LotPart> lotEntries() {
        return lotEntries;
    }

    private void enter(Account account, long amount, @Nullable LocalDate lastDay) {
        account.balance = Math.addExact(account.balance, amount);
        account.entries++;
        entries.add(new Entry(account.id, account.entries, amount, account.balance, lastDay));
    }

    private void take(long amount, List<Lot> inOrder) {
        long rest = amount;
        for (Lot lot : inOrder) {
            long some = Math.min(rest, lot.free());
            if (some > 0) {
                move(lot, -some);
                rest -= some;
            }
        }
    }

    private void move(Lot lot, long amount) {
        lot.remaining += amount;
        lotEntries.add(new LotPart(lot.id, amount));
    }

    private Lot lot(long id) {
        Lot lot = lots.get(id);
        if (lot == null) {
            throw new IllegalStateException("lot " + id + " was not loaded");
        }
        return lot;
    }

    private Stream<Lot> lotsOf(long accountId) {
        return lots.values().stream().filter(lot -> lot.accountId == accountId);
    }
}
