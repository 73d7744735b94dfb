package org.yiwang.ledger;

import static java.util.Comparator.comparingLong;

import java.util.List;
import java.util.stream.Collectors;
import org.yiwang.kernel.Refusal;

/**
 * What is to be moved within a book.
 *
 * @param book in which
 * @param key by which the caller may ask again: the same order under the same key is carried out once
 * @param memo what it is for, as the caller says it on statements
 * @param legs one for each account, in any order; they sum to zero
 */
public record TransferOrder(String book, String key, String memo, List<Leg> legs) {

    /** More legs than one transfer has. */
    static final int MOST_LEGS = 500;

    /** The legs are put into one order, so that the same order is known again however they were listed. */
    public TransferOrder {
        legs = legs.stream().sorted(comparingLong(Leg::accountId)).toList();
    }

    /** Refuses what no state of the books could make right. */
    void check() {
        long accounts = legs.stream().mapToLong(Leg::accountId).distinct().count();
        if (accounts < 2 || accounts != legs.size() || accounts > MOST_LEGS) {
            throw new Refusal(LedgerProblem.LEGS);
        }
        for (Leg leg : legs) {
            boolean tooMuch = leg.amount() < -Leg.MOST || leg.amount() > Leg.MOST;
            if (leg.amount() == 0 || tooMuch || leg.amount() < 0 && leg.lastDay() != null) {
                throw new Refusal(LedgerProblem.AMOUNT);
            }
        }
        if (legs.stream().mapToLong(Leg::amount).sum() != 0) {
            throw new Refusal(LedgerProblem.NOT_BALANCED);
        }
    }

    String content() {
        return legs.stream()
                .map(leg -> leg.accountId() + " " + leg.amount() + " " + leg.lastDay())
                .collect(Collectors.joining("\n", "transfer\n", "\n" + memo));
    }
}
