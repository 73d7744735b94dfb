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

    /** One more under a code that holds, from an address; refuses with {@code letter.too-many-today}. */
    void from(String address) {
        if (!isExempt(address)) {
            count("address\n" + Networks.household(address), rule().perAddress());
        }
    }

    /** Refuses with {@code letter.too-many-today} whoever guessed too often: from then on not even a right guess is answered. */
    void requireNotGuessing(String address) {
        if (!isExempt(address) && store.find(wrong(address), LocalDate.now(clock)) >= rule().wrongPerAddress()) {
            throw new Refusal(LetterProblem.TOO_MANY_TODAY);
        }
    }

    /** One more code or receipt that is none, from an address. */
    void guessed(String address) {
        if (!isExempt(address)) {
            apart.execute(_ -> store.count(wrong(address), LocalDate.now(clock)));
        }
    }

    /** Whether those who served in an activity are told of the first thanks of today; joins the caller's transaction. */
    boolean isFirstTold(long activityId) {
        return store.count(digest("told\n" + activityId), LocalDate.now(clock)) == 1;
    }

    /** One more about an activity; refuses with {@code letter.too-many-today}. */
    void about(long activityId) {
        count("activity\n" + activityId, rule().perActivity());
    }

    void forgetOld() {
        store.forgetBefore(LocalDate.now(clock).minusDays(1));
    }

    private void count(String what, int most) {
        Integer tries = apart.execute(_ -> store.count(digest(what), LocalDate.now(clock)));
        if (tries == null || tries > most) {
            throw new Refusal(LetterProblem.TOO_MANY_TODAY);
        }
    }

    private byte[] wrong(String address) {
        return digest("wrong\n" + Networks.household(address));
    }

    private byte[] digest(String what) {
        return vault.digest("letter-try\n" + what);
    }

    private WordRule rule() {
        return rules.current(WordRule.KEY, WordRule.class).value();
    }

    private boolean isExempt(String address) {
        return address.isEmpty() // the demo city, not a request
                || exemptLoopback && Networks.isThisMachine(address);
    }
}
