package org.yiwang.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.ledger.LedgerStore.Header;

/** Setting aside, capturing and releasing. In the caller's transaction. */
@Component
class Holds {

    private final HoldStore holds;
    private final LedgerStore store;
    private final Posting posting;

    Holds(HoldStore holds, LedgerStore store, Posting posting) {
        this.holds = holds;
        this.store = store;
        this.posting = posting;
    }

    HoldView get(long id) {
        return holds.find(id).orElseThrow(() -> new Refusal(LedgerProblem.HOLD_UNKNOWN));
    }

    long hold(HoldOrder order) {
        Leg.positive(order.amount());
        long id = Ids.next();
        Optional<Long> earlier = posting.before(order.book(), order.key(), order.content(), id);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (order.lastDay().isBefore(posting.today())) {
            throw new Refusal(LedgerProblem.DAY_PAST);
        }
        Worksheet sheet = posting.lock(order.book(), Set.of(order.accountId()), List.of());
        List<LotPart> kept = sheet.hold(sheet.account(order.accountId()), order.amount());
        sheet.check(LedgerProblem.LIMIT);
        holds.insert(id, order, posting.now());
        holds.keep(id, kept);
        posting.writeStanding(sheet);
        return id;
    }

    Transfer capture(CaptureOrder order) {
        Leg.positive(order.amount());
        HoldView known = get(order.holdId());
        if (known.accountId() == order.toAccountId()) {
            throw new Refusal(LedgerProblem.LEGS);
        }
        long id = Ids.next();
        Optional<Long> earlier = posting.before(known.book(), order.key(), order.content(), id);
        if (earlier.isPresent()) {
            return store.transfer(earlier.get()).orElseThrow();
        }
        // What a hold keeps of lots is read under the lock of its account; these lots have something left, so all are
        // loaded.
        Worksheet sheet = posting.lock(known.book(), Set.of(known.accountId(), order.toAccountId()), List.of());
        HoldView hold = get(order.holdId());
        if (hold.state() != HoldState.OPEN || hold.lastDay().isBefore(posting.today())) {
            throw new Refusal(LedgerProblem.HOLD_OVER);
        }
        if (order.amount() > hold.left()) {
            throw new Refusal(LedgerProblem.HOLD_EXCEEDED);
        }
        List<LotPart> left = sheet.capture(sheet.account(hold.accountId()), order.amount(), holds.kept(hold.id()));
        sheet.post(Leg.in(order.toAccountId(), order.amount()));
        sheet.check(LedgerProblem.LIMIT);
        long captured = hold.captured() + order.amount();
        HoldState state = captured == hold.amount() ? HoldState.CAPTURED : HoldState.OPEN;
        holds.keep(hold.id(), left);
        holds.update(standing(hold, captured, state), posting.now());
        return posting.write(
                new Header(id, hold.book(), TransferKind.CAPTURE, order.memo(), null, hold.id(), posting.now()), sheet);
    }

    /** Releases what is left of a hold; one that ended so before is left alone, one that was captured is refused. */
    void release(long holdId, HoldState as) {
        HoldView known = get(holdId);
        Worksheet sheet = posting.lock(known.book(), Set.of(known.accountId()), List.of());
        HoldView hold = get(holdId);
        if (hold.state() == HoldState.CAPTURED) {
            throw new Refusal(LedgerProblem.HOLD_OVER);
        }
        if (hold.state() == HoldState.OPEN) {
            List<LotPart> kept = holds.kept(holdId);
            sheet.release(sheet.account(hold.accountId()), hold.left(), kept);
            holds.keep(
                    holdId,
                    kept.stream().map(part -> new LotPart(part.lotId(), 0)).toList());
            holds.update(standing(hold, hold.captured(), as), posting.now());
            posting.writeStanding(sheet);
        }
    }

    private static HoldView standing(HoldView hold, long captured, HoldState state) {
        return new HoldView(hold.id(), hold.book(), hold.accountId(), hold.amount(), captured, state, hold.lastDay());
    }
}
