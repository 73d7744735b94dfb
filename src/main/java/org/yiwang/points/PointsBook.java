package org.yiwang.points;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.ledger.Balance;
import org.yiwang.ledger.Ledger;
import org.yiwang.ledger.Leg;
import org.yiwang.ledger.Lots;
import org.yiwang.ledger.Owner;
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
        long setOff =
                Math.min(line.amount(), -ledger.balance(holder.owedAccountId()).balance());
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

    /**
     * Takes a line back: what of it expired is gone already, what is there goes out, and what is not there is set off against
     * what comes in later.
     *
     * @return the transfer, null if there was nothing to take
     */
    @Nullable
    Long takeBack(Holder holder, Line line) {
        long gone = lots.expired(line.transferId());
        long free = ledger.balance(holder.accountId()).free();
        String key = key(line) + " back";
        if (gone == 0 && free >= line.amount()) {
            return ledger.reverse(line.transferId(), key, memo(line)).id();
        }
        long due = line.amount() - gone;
        long there = Math.min(free, due);
        List<Leg> legs = new ArrayList<>();
        if (there > 0) {
            legs.add(Leg.out(holder.accountId(), there));
        }
        if (due > there) {
            legs.add(Leg.out(holder.owedAccountId(), due - there));
        }
        if (legs.isEmpty()) {
            return null;
        }
        legs.add(Leg.in(issuer(), due));
        return ledger.transfer(new TransferOrder(BOOK, key, memo(line), legs)).id();
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
