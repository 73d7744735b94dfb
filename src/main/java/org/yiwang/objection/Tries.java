package org.yiwang.objection;

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
 * How often on one day people without an account may look a document up or report something (rule
 * {@code objection.limits}), counted in the database. Every try counts for the address it comes from, in a transaction of its
 * own, so that a refused one counts too; for a mobile number only what its owner did with the right code counts, and for a
 * document nothing, so that no stranger can use up what is left to somebody else. The machine itself is exempt only where
 * {@code yiwang.sign-in.exempt-loopback} says so.
 */
@Component
class Tries {

    private final TryStore store;
    private final Rules rules;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final boolean exemptLoopback;

    Tries(
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

    /** A try at a look, before anything is checked; refuses with {@code case.too-often}. */
    void check(String clientAddress) {
        countAddress("check-address", clientAddress, limits().checksPerAddress);
    }

    /** A look with a right code, at whatever document; refuses with {@code case.too-often}. */
    void checked(String mobile) {
        require(store.count(key("check-mobile", mobile), today()), limits().checksPerDocument);
    }

    /** A try at a report, before anything is checked; refuses with {@code case.too-often}. */
    void report(String clientAddress) {
        countAddress("report-address", clientAddress, limits().reportsPerAddress);
    }

    /** A report with a right code, counted if it is taken; refuses with {@code case.too-often}. */
    void reported(String mobile) {
        require(store.count(key("report-mobile", mobile), today()), limits().reportsPerMobile);
    }

    /** Forgets what was counted before yesterday. */
    void forgetOld() {
        store.deleteBefore(today().minusDays(1));
    }

    private void countAddress(String what, String address, int most) {
        if (!isExempt(address)) {
            Integer tries = apart.execute(status -> store.count(key(what, Networks.household(address)), today()));
            require(tries == null ? most + 1 : tries, most);
        }
    }

    private static void require(int tries, int most) {
        if (tries > most) {
            throw new Refusal(CaseProblem.TOO_OFTEN);
        }
    }

    private byte[] key(String what, String whose) {
        return vault.digest("objection-try\n" + what + "\n" + whose);
    }

    private boolean isExempt(String address) {
        return address.isEmpty() // a job, not a request
                || exemptLoopback && Networks.isThisMachine(address);
    }

    private Limits limits() {
        return rules.current("objection.limits", Limits.class).value();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Tries on one day.
     *
     * @param checksPerDocument looks with one proved mobile number
     * @param checksPerAddress looks from one address
     * @param reportsPerAddress reports from one address
     * @param reportsPerMobile reports with one proved mobile number
     */
    record Limits(int checksPerDocument, int checksPerAddress, int reportsPerAddress, int reportsPerMobile) {}
}
