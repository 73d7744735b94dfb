package org.yiwang.exchange;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;

/**
 * How many passports people may bring (rule {@code exchange.arrivals}): anybody can sign a file with a key of their own, and
 * each one costs much to look at and stays until an office decides.
 */
@Component
class ArrivalTries {

    private final ArrivalStore store;
    private final Rules rules;
    private final Clock clock;

    ArrivalTries(ArrivalStore store, Rules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Counts a try, whatever becomes of it: not within a transaction. Refuses with {@code exchange.too-often} and, for a
     * passport that would have to wait, {@code exchange.too-many-waiting}.
     *
     * @param trusted whether its issuer is trusted, so that it waits for nobody
     */
    void count(Actor actor, long volunteerId, boolean trusted) {
        Limits limits = rules.current("exchange.arrivals", Limits.class).value();
        if (!trusted && store.countWaiting(volunteerId) >= limits.waiting()) {
            throw new Refusal(ExchangeProblem.TOO_MANY_WAITING, limits.waiting());
        }
        if (store.countTry(actor.accountId(), LocalDate.now(clock)) > limits.triesPerDay()) {
            throw new Refusal(ExchangeProblem.TOO_OFTEN);
        }
    }

    /** Forgets what was counted before yesterday. */
    void forgetOld() {
        store.deleteTries(LocalDate.now(clock).minusDays(1));
    }

    /**
     * The rule.
     *
     * @param waiting passports of one person that wait for an office
     * @param triesPerDay genuine files that one account brings on one day
     */
    record Limits(int waiting, int triesPerDay) {}
}
