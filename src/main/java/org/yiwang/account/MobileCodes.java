package org.yiwang.account;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Sms;
import org.yiwang.platform.Vault;

/**
 * Six-digit codes by SMS. A try is counted in a transaction of its own before it is looked at; the right code is used
 * up in the caller's transaction, so that it still holds if the caller's command is refused for another reason. Whoever
 * counts while holding a connection needs two; so callers check before their first statement.
 */
@Component
class MobileCodes {

    private final CodeStore store;
    private final Vault vault;
    private final Sms sms;
    private final Clock clock;
    private final SignInSettings settings;
    private final AddressLimits addresses;
    private final TransactionTemplate apart;
    private final SecureRandom random = new SecureRandom();

    MobileCodes(
            CodeStore store,
            Vault vault,
            Sms sms,
            Clock clock,
            SignInSettings settings,
            AddressLimits addresses,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.vault = vault;
        this.sms = sms;
        this.clock = clock;
        this.settings = settings;
        this.addresses = addresses;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends a code.
     *
     * @param really false counts and refuses all the same but sends nothing: for a number without an account where
     *     the answer must not tell
     */
    @Transactional
    void send(Mobile mobile, String purpose, String clientAddress, boolean really) {
        if (!addresses.mayAskForCode(clientAddress)) {
            throw new Refusal(AccountProblem.TOO_MANY_CODES, 0L);
        }
        Instant now = clock.instant();
        byte[] digest = vault.digest(mobile.number());
        if (!store.count(digest, settings, now)) {
            throw new Refusal(AccountProblem.TOO_MANY_CODES, store.secondsToWait(digest, settings, now));
        }
        if (really) {
            String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
            store.put(digest, purpose, codeDigest(mobile, purpose, code), now, now.plus(settings.codeLife()));
            sms.send(
                    mobile.number(),
                    "sms.code",
                    List.of(code, String.valueOf(settings.codeLife().toMinutes())));
        }
    }

    /** Uses the code up; refuses with {@code account.code-wrong} or {@code account.code-expired}. */
    void check(Mobile mobile, String purpose, String typed) {
        use(compare(mobile, purpose, typed));
    }

    /** Counts a try and compares, without using the code up; refuses as {@link #check}. Call it outside of transactions. */
    Right compare(Mobile mobile, String purpose, String typed) {
        byte[] digest = vault.digest(mobile.number());
        String code = java.text.Normalizer.normalize(typed.strip(), java.text.Normalizer.Form.NFKC);
        byte[] given = codeDigest(mobile, purpose, code);
        CodeStore.Sent sent = Objects.requireNonNull(apart.execute(s -> store.attempt(digest, purpose)))
                .orElseThrow(() -> new Refusal(AccountProblem.CODE_WRONG).at("code"));
        Instant now = clock.instant();
        if (sent.attempts() > settings.codeTries() || !now.isBefore(sent.expires())) {
            throw new Refusal(AccountProblem.CODE_EXPIRED).at("code");
        }
        if (!MessageDigest.isEqual(sent.code(), given)) {
            throw new Refusal(AccountProblem.CODE_WRONG).at("code");
        }
        return new Right(digest, purpose, given);
    }

    /** Uses the code up, in the caller's transaction; refuses with {@code account.code-wrong} if another call did. */
    void use(Right right) {
        if (!store.use(right.digest, right.purpose, right.code, clock.instant())) {
            throw new Refusal(AccountProblem.CODE_WRONG).at("code");
        }
    }

    /** A code that was typed right and is not used up yet. */
    record Right(byte[] digest, String purpose, byte[] code) {}

    private byte[] codeDigest(Mobile mobile, String purpose, String code) {
        return vault.digest(purpose + "\n" + mobile.number() + "\n" + code);
    }
}
