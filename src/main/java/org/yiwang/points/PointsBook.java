package org.yiwang.points;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.ledger.Balance;
import org.yiwang.ledger.Entry;
import org.yiwang.ledger.Ledger;
import org.yiwang.ledger.Leg;
import org.yiwang.ledger.Lots;
import org.yiwang.ledger.Owner;
import org.yiwang.ledger.Transfer;
import org.yiwang.ledger.TransferOrder;
import org.yiwang.points.PointsStore.Holder;

/**
 * The book of points in the ledger (ADR 0019). Everybody has two accounts in it: what there is, never below zero; and what is
 * still to be set off, zero or below, because points that were used up turned out not to be due. What comes in sets that off
 * first. Joins the caller's transaction.
 */
@Component
class PointsBook {

    static final String BOOK = "points";

    /** Nobody ever had as many: it stops what is broken, and no honest case. */
    private static final long MOST_OWED = -1_000_000_000L;

    private static final Owner ISSUER = new Owner("points", "issuer");

    private final Ledger ledger;
    private final Lots lots;
    private final PointsStore store;

    PointsBook(Ledger ledger, Lots lots, PointsStore store) {
        this.ledger = ledger;
        this.lots = lots;
        this.store = store;
    }

    /** Whose account it is in the ledger. */
    static Owner owner(long volunteerId) {
        return new Owner("volunteer", Ids.text(volunteerId));
    }

    /** The accounts of a person, opened if there are none, kept from others who post until the transaction ends. */
    Holder lock(long volunteerId) {
        return store.lockHolder(volunteerId).orElseGet(() -> {
            issuer();
            store.insert(new Holder(
                    volunteerId,
                    ledger.open(BOOK, owner(volunteerId), 0L),
                    ledger.open(BOOK, new Owner("volunteer-owes", Ids.text(volunteerId)), MOST_OWED)));
            return store.lockHolder(volunteerId).orElseThrow();
        });
    }

    /** Posts a line and says by which transfer. */
    long post(Holder holder, Line line) {
        long setOff = Math.min(line.amount(), owed(holder));
        List<Leg> legs = new ArrayList<>(List.of(Leg.out(issuer(), line.amount())));
        if (setOff > 0) {
            legs.add(Leg.in(holder.owedAccountId(), setOff));
        }
        if (line.amount() > setOff) {
            legs.add(new Leg(holder.accountId(), line.amount() - setOff, line.lastDay()));
        }
        return ledger.transfer(new TransferOrder(BOOK, key(line), memo(line), legs))
                .id();
    }

    /** What of a line was used up: neither expired nor left. What set off something owed is used up as well. */
    long used(Line line) {
        return line.amount() - lots.expired(line.transferId()) - lots.left(line.transferId());
    }

    /** What is still to be set off. */
    long owed(Holder holder) {
        return -ledger.balance(holder.owedAccountId()).balance();
    }

    /**
     * What taking a line back came to.
     *
     * @param transferId the transfer, null if there was nothing to take
     * @param owed what of it is set off against what comes in later
     */
    record TakenBack(@Nullable Long transferId, long owed) {}

    /**
     * Takes a line back: what of it expired is gone already, what is there goes out, and what is not there is set off against
     * what comes in later.
     *
     * @param setOff what of it is set off in any case, because a line is posted for it at once
     */
    TakenBack takeBack(Holder holder, Line line, long setOff) {
        long gone = lots.expired(line.transferId());
        long free = ledger.balance(holder.accountId()).free();
        String key = key(line) + " back";
        // Of what was used up or set off nothing is left in a lot: free points stand in for it before anything is owed
        // again.
        boolean reversible = line.lastDay() == null || lots.left(line.transferId()) > 0;
        if (reversible && gone == 0 && setOff == 0 && free >= line.amount()) {
            return takenBack(holder, ledger.reverse(line.transferId(), key, memo(line)));
        }
        long due = line.amount() - gone;
        long there = Math.min(free, due - setOff);
        List<Leg> legs = new ArrayList<>();
        if (there > 0) {
            legs.add(Leg.out(holder.accountId(), there));
        }
        if (due > there) {
            legs.add(Leg.out(holder.owedAccountId(), due - there));
        }
        if (legs.isEmpty()) {
            return new TakenBack(null, 0);
        }
        legs.add(Leg.in(issuer(), due));
        return takenBack(holder, ledger.transfer(new TransferOrder(BOOK, key, memo(line), legs)));
    }

    private static TakenBack takenBack(Holder holder, Transfer transfer) {
        return new TakenBack(
                transfer.id(),
                -transfer.entries().stream()
                        .filter(entry -> entry.accountId() == holder.owedAccountId())
                        .mapToLong(Entry::amount)
                        .sum());
    }

    /** The account from which points are issued, the oldest of the book but one. */
    private long issuer() {
        return ledger.balances(ISSUER).stream()
                .filter(account -> account.book().equals(BOOK))
                .findFirst()
                .map(Balance::accountId)
                .orElseGet(() -> {
                    ledger.openBook(BOOK);
                    return ledger.open(BOOK, ISSUER, null);
                });
    }

    /** Record, part, version of the formula, and how often it was posted before. */
    private static String key(Line line) {
        return memo(line) + " v" + line.formulaVersion() + " " + line.no();
    }

    private static String memo(Line line) {
        return "record " + Ids.text(line.recordId()) + " " + line.part();
    }
}
