package org.yiwang.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Refusal;

/**
 * Notices and consents with their versions (PIPL art. 14–17): which text holds, who accepted which version when, and
 * withdrawing, which is as easy as accepting. Consent to an older version does not count for a newer one.
 */
@Component
public class Consents {

    /** What is processed, why, how long, and the person's rights. */
    public static final String PRIVACY = "privacy";
    /** Rights and duties of volunteers. */
    public static final String RIGHTS_AND_DUTIES = "rights-and-duties";
    /** Separate consent to sensitive data: identity document, location at check-in. */
    public static final String SENSITIVE_DATA = "sensitive-data";
    /** Separate consent to a photo on the card. */
    public static final String PORTRAIT = "portrait";
    /** How data of children under 14 is treated; accepted by the guardian. */
    public static final String MINORS = "minors";

    private final ConsentStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<ConsentUse> uses;
    private final Clock clock;

    Consents(
            ConsentStore store,
            AuditTrail audit,
            ApplicationEventPublisher events,
            ObjectProvider<ConsentUse> uses,
            Clock clock) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.uses = uses;
        this.clock = clock;
    }

    /** The version that holds today; refuses with {@code account.document-unknown}. */
    public Document current(String key) {
        return store.current(key, LocalDate.now(clock)).orElseThrow(() -> new Refusal(AccountProblem.DOCUMENT_UNKNOWN));
    }

    /** A version of a text, also an old one; refuses with {@code account.document-unknown}. */
    public Document version(String key, int version) {
        return store.version(key, version).orElseThrow(() -> new Refusal(AccountProblem.DOCUMENT_UNKNOWN));
    }

    /** Versions that held or hold, newest first. */
    public List<Document> versions(String key) {
        return store.versions(key, LocalDate.now(clock));
    }

    /**
     * Notes that the person accepted; accepting twice changes nothing. Refuses with {@code account.document-changed}
     * when another version holds by now.
     *
     * @param version the one that was shown
     */
    @Transactional
    public void accept(long accountId, String key, int version) {
        if (current(key).version() != version) {
            throw new Refusal(AccountProblem.DOCUMENT_CHANGED);
        }
        if (!has(accountId, key)) {
            store.accept(accountId, key, version, clock.instant());
        }
    }

    /** Notes that the person accepted the version that holds now. */
    @Transactional
    public void accept(long accountId, String key) {
        accept(accountId, key, current(key).version());
    }

    /** Withdraws; what was done until now stays lawful. */
    @Transactional
    public void withdraw(Actor actor, String key) {
        if (store.withdraw(actor.accountId(), key, clock.instant()) > 0) {
            audit.write(actor, "consent.withdraw", "account:" + Ids.text(actor.accountId()), key);
            events.publishEvent(new ConsentWithdrawn(actor.accountId(), key));
        }
    }

    /** Names of those whose registration rests on this consent of the person. */
    public List<String> affected(Actor actor, String key) {
        return uses.orderedStream()
                .flatMap(use -> use.affected(actor.accountId(), key).stream())
                .distinct()
                .toList();
    }

    /** Whether the person accepted the version that holds today and has not withdrawn. */
    public boolean has(long accountId, String key) {
        return store.has(accountId, key, LocalDate.now(clock));
    }

    /** What the person accepted and withdrew, newest first. */
    public List<ConsentView> list(long accountId) {
        return store.list(accountId);
    }

    /**
     * A consent as the person sees it.
     *
     * @param key which text
     * @param version which version
     * @param title its title
     * @param accepted when
     * @param withdrawn when withdrawn, null if it holds
     */
    public record ConsentView(
            String key,
            int version,
            Label title,
            Instant accepted,
            @Nullable Instant withdrawn) {}
}
