package org.yiwang.honour;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;

/**
 * How many numbers somebody looked up on a day to nominate people for whom they do not answer (rule {@code
 * honour.strangers}). Counted in a transaction of its own: a refused try counts too.
 */
@Component
class LookTries {

    private static final String RULE = "honour.strangers";

    private final LookTryStore store;
    private final Rules rules;
    private final TransactionTemplate apart;
    private final Clock clock;

    LookTries(LookTryStore store, Rules rules, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Counts one more; refuses with {@code honour.too-often}. */
    void count(Actor actor) {
        int most = rules.current(RULE, Limit.class).value().triesPerDay();
        Integer tries = apart.execute(_ -> store.count(actor.accountId(), LocalDate.now(clock)));
        if (tries == null || tries > most) {
            throw new Refusal(HonourProblem.TOO_OFTEN).at("number");
        }
    }

    /** Forgets what was counted before yesterday. */
    void forgetOld() {
        store.forget(LocalDate.now(clock).minusDays(1));
    }

    /**
     * The rule.
     *
     * @param triesPerDay numbers that one account looks up on one day
     */
    record Limit(int triesPerDay) {}
}
