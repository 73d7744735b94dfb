package org.yiwang.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Networks;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;
import org.yiwang.rules.Rules;

/**
 * How often on one day a document may be looked up, and a message be sent to whoever is registered with it (rule
 * {@code volunteer.recovery}): by document and by the address that asks. Counted in the database, in transactions of their
 * own, so that a refused try counts too. The machine itself is exempt: behind a proxy that does not pass addresses on
 * everybody would share one limit.
 */
@Component
class RecoveryLimits {

    private final RecoveryTryStore store;
    private final Rules rules;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate apart;

    RecoveryLimits(
            RecoveryTryStore store, Rules rules, Vault vault, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.rules = rules;
        this.vault = vault;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Counts a look; refuses with {@code volunteer.recover-too-often}. */
    void look(String claim, String clientAddress) {
        Limits limits = limits();
        count("document\n" + claim, false, limits.looksPerDocument);
        if (isForeign(clientAddress)) {
            count("address\n" + clientAddress, false, limits.looksPerAddress);
        }
    }

    /** Counts a message; refuses with {@code volunteer.recover-too-often}. */
    void message(String claim, String clientAddress) {
        Limits limits = limits();
        count("document\n" + claim, true, limits.messagesPerDocument);
        if (isForeign(clientAddress)) {
            count("address\n" + clientAddress, true, limits.messagesPerAddress);
        }
    }

    /** Forgets what was counted before yesterday. */
    void forgetOld() {
        store.deleteBefore(today().minusDays(1));
    }

    private void count(String key, boolean message, int most) {
        byte[] digest = vault.digest("volunteer-recovery\n" + key);
        Integer tries = apart.execute(status -> store.count(digest, today(), message));
        if (tries == null || tries > most) {
            throw new Refusal(VolunteerProblem.RECOVER_TOO_OFTEN);
        }
    }

    private static boolean isForeign(String address) {
        return !address.isEmpty() && !Networks.isThisMachine(address);
    }

    private Limits limits() {
        return rules.current("volunteer.recovery", Limits.class).value();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Tries on one day.
     *
     * @param looksPerDocument looks at one document
     * @param looksPerAddress looks from one address
     * @param messagesPerDocument messages for one document
     * @param messagesPerAddress messages asked for from one address
     */
    record Limits(int looksPerDocument, int looksPerAddress, int messagesPerDocument, int messagesPerAddress) {}
}
