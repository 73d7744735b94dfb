package org.yiwang.objection;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;
import org.yiwang.rules.Rules;

/**
 * How often on one day people without an account may look a document up or report something (rule
 * {@code objection.limits}). Counted in the database, in transactions of their own, so that a refused try counts too. The
 * machine itself is exempt: behind a proxy that does not pass addresses on everybody would share one limit.
 */
@Component
class Tries {

    private final TryStore store;
    private final Rules rules;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate apart;

    Tries(TryStore store, Rules rules, Vault vault, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.rules = rules;
        this.vault = vault;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A look at a document, known or not; refuses with {@code case.too-often}. */
    void check(String claim, String clientAddress) {
        Limits limits = limits();
        count("check-document\n" + claim, limits.checksPerDocument);
        if (isForeign(clientAddress)) {
            count("check-address\n" + clientAddress, limits.checksPerAddress);
        }
    }

    /** A report; refuses with {@code case.too-often}. */
    void report(String mobile, String clientAddress) {
        Limits limits = limits();
        if (!mobile.isEmpty()) {
            count("report-mobile\n" + mobile, limits.reportsPerMobile);
        }
        if (isForeign(clientAddress)) {
            count("report-address\n" + clientAddress, limits.reportsPerAddress);
        }
    }

    /** Forgets what was counted before yesterday. */
    void forgetOld() {
        store.deleteBefore(today().minusDays(1));
    }

    private void count(String key, int most) {
        byte[] digest = vault.digest("objection-try\n" + key);
        Integer tries = apart.execute(status -> store.count(digest, today()));
        if (tries == null || tries > most) {
            throw new Refusal(CaseProblem.TOO_OFTEN);
        }
    }

    private static boolean isForeign(String address) {
        return !address.isEmpty()
                && !address.startsWith("127.")
                && !address.equals("::1")
                && !address.equals("0:0:0:0:0:0:0:1");
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
     * @param checksPerDocument looks at one document
     * @param checksPerAddress looks from one address
     * @param reportsPerAddress reports from one address
     * @param reportsPerMobile reports with one number
     */
    record Limits(int checksPerDocument, int checksPerAddress, int reportsPerAddress, int reportsPerMobile) {}
}
