package org.yiwang.letter;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Networks;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;
import org.yiwang.rules.Rules;

/**
 * How often people without an account may write, and try receipts: per network address and per activity on a day, in the
 * database, so that all nodes count together. What is kept is a keyed digest and no address. A refused try counts too.
 */
@Component
class WordTries {

    private final TryStore store;
    private final Rules rules;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final boolean exemptLoopback;

    WordTries(
            TryStore store,
            Rules rules,
            Vault vault,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${yiwang.sign-in.exempt-loopback:${yiwang.demo:false}}") boolean exemptLoopback) {
        this.store = store;
        this.rules = rules;
        this.vault = vault;
        this.clock = clock;
        this.exemptLoopback = exemptLoopback;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One more from an address; refuses with {@code letter.too-many-today}. */
    void from(String address) {
        if (!isExempt(address)) {
            count("address\n" + Networks.household(address), rule().perAddress());
        }
    }

    /** One more about an activity; refuses with {@code letter.too-many-today}. */
    void about(long activityId) {
        count("activity\n" + activityId, rule().perActivity());
    }

    void forgetOld() {
        store.forgetBefore(LocalDate.now(clock).minusDays(1));
    }

    private void count(String what, int most) {
        byte[] digest = vault.digest("letter-try\n" + what);
        Integer tries = apart.execute(status -> store.count(digest, LocalDate.now(clock)));
        if (tries == null || tries > most) {
            throw new Refusal(LetterProblem.TOO_MANY_TODAY);
        }
    }

    private WordRule rule() {
        return rules.current(WordRule.KEY, WordRule.class).value();
    }

    private boolean isExempt(String address) {
        return address.isEmpty() // the demo city, not a request
                || exemptLoopback && Networks.isThisMachine(address);
    }
}
