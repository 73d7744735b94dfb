package org.yiwang.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;

/**
 * The second factor: codes of an authenticator app, and ten recovery codes for the day it is lost. Each code counts
 * once. Required of those who hold a role at a region ({@code yiwang.staff-totp}), open to everybody.
 */
@Component
public class SecondFactor {

    private static final int RECOVERY_CODES = 10;
    private static final Duration SAME_SECRET = Duration.ofMinutes(15);

    private final TotpStore store;
    private final AccountStore accounts;
    private final GrantStore grants;
    private final SessionDirectory directory;
    private final Sessions sessions;
    private final SignInGuard guard;
    private final AuditTrail audit;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactor(
            TotpStore store,
            AccountStore accounts,
            GrantStore grants,
            SessionDirectory directory,
            Sessions sessions,
            SignInGuard guard,
            AuditTrail audit,
            Vault vault,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.grants = grants;
        this.directory = directory;
        this.sessions = sessions;
        this.guard = guard;
        this.audit = audit;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the person has set it up. */
    public boolean isSetUp(long accountId) {
        return store.find(accountId).map(TotpStore.TotpRow::confirmed).orElse(false);
    }

    /** Whether a role of the person asks for it. */
    public boolean isRequired(long accountId) {
        return directory.asksForSecondFactor(grants.of(accountId));
    }

    /** Recovery codes not used yet. */
    public int recoveryCodesLeft(Actor actor) {
        return store.recoveryCodesLeft(actor.accountId());
    }

    /**
     * Begins to set it up: what the app must be told. Asks for a recent proof, or a stolen session could shut its owner
     * out. Refuses with {@code account.prove-first}, {@code account.second-factor-exists}.
     */
    @Transactional
    public Enrolment begin(Actor actor) {
        sessions.requireProved(actor);
        return begin(actor.accountId());
    }

    /**
     * Sets it up with the first code that the app shows; returns the recovery codes, which are shown only now. Refuses with
     * {@code account.prove-first}, {@code account.second-factor-wrong}, {@code account.second-factor-exists}.
     */
    public List<String> confirm(Actor actor, String code) {
        sessions.requireProved(actor);
        requireFirst(actor.accountId(), code);
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<String> recovery = turnOn(actor.accountId());
            sessions.secondFactorShown(actor);
            audit.write(actor, "account.second-factor-on", "account:" + Ids.text(actor.accountId()), null);
            return recovery;
        }));
    }

    /** Turns it off; asks for a recent proof. Refuses with {@code account.second-factor-required} for staff. */
    @Transactional
    public void turnOff(Actor actor) {
        sessions.requireProved(actor);
        if (isRequired(actor.accountId())) {
            throw new Refusal(AccountProblem.SECOND_FACTOR_REQUIRED);
        }
        store.delete(actor.accountId());
        audit.write(actor, "account.second-factor-off", "account:" + Ids.text(actor.accountId()), null);
    }

    /** Takes the second factor of somebody who lost it away, so that it is set up anew at the next sign-in. */
    void reset(Actor by, long accountId, String why) {
        store.delete(accountId);
        sessions.endOthers(accountId, 0);
        audit.write(by, "account.second-factor-reset", "account:" + Ids.text(accountId), why);
    }

    Enrolment begin(long accountId) {
        Instant now = clock.instant();
        TotpStore.TotpRow row = store.find(accountId).orElse(null);
        if (row != null && row.confirmed()) {
            throw new Refusal(AccountProblem.SECOND_FACTOR_EXISTS);
        }
        String secret;
        if (row != null && row.started().plus(SAME_SECRET).isAfter(now)) {
            secret = vault.open(row.secretSealed());
        } else {
            byte[] bytes = new byte[20];
            random.nextBytes(bytes);
            secret = Totp.base32(bytes);
            store.begin(accountId, vault.seal(secret), now);
        }
        AccountStore.AccountRow account = accounts.find(accountId).orElseThrow();
        String masked = new Mobile(vault.open(account.mobileSealed())).masked();
        return new Enrolment(
                secret, "otpauth://totp/" + encode("Yiwang:" + masked) + "?secret=" + secret + "&issuer=Yiwang");
    }

    /** Whether this is the first code that the app shows; counted, so call it outside of transactions. */
    void requireFirst(long accountId, String code) {
        TotpStore.TotpRow row = store.find(accountId)
                .filter(r -> !r.confirmed())
                .orElseThrow(() -> new Refusal(AccountProblem.SECOND_FACTOR_EXISTS));
        guard.attempt(guardKey(accountId));
        if (!matches(accountId, row, code)) {
            throw new Refusal(AccountProblem.SECOND_FACTOR_WRONG).at("code");
        }
        guard.succeeded(guardKey(accountId));
    }

    /** Asks for it from now on; returns the recovery codes. */
    List<String> turnOn(long accountId) {
        List<String> recovery = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            byte[] bytes = new byte[7];
            random.nextBytes(bytes);
            String text = Totp.base32(bytes).toLowerCase(Locale.ROOT).substring(0, 10);
            recovery.add(text.substring(0, 5) + "-" + text.substring(5));
        }
        store.confirm(
                accountId,
                recovery.stream().map(c -> recoveryDigest(accountId, c)).toList(),
                clock.instant());
        return recovery;
    }

    /** Checks a code of the app or a recovery code, outside of transactions; refuses with {@code account.second-factor-wrong} or {@code account.locked}. */
    void check(long accountId, String typed) {
        String code = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
        TotpStore.TotpRow row =
                store.find(accountId).filter(TotpStore.TotpRow::confirmed).orElseThrow();
        guard.attempt(guardKey(accountId));
        boolean right = code.length() > 6
                ? store.useRecoveryCode(accountId, recoveryDigest(accountId, code), clock.instant())
                : matches(accountId, row, code);
        if (!right) {
            throw new Refusal(AccountProblem.SECOND_FACTOR_WRONG).at("code");
        }
        guard.succeeded(guardKey(accountId));
    }

    private boolean matches(long accountId, TotpStore.TotpRow row, String typed) {
        byte[] secret = Totp.fromBase32(vault.open(row.secretSealed()));
        String code = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        long now = clock.instant().getEpochSecond() / Totp.STEP_SECONDS;
        return Stream.of(now, now - 1, now + 1)
                .anyMatch(step -> MessageDigest.isEqual(
                                Totp.code(secret, step).getBytes(StandardCharsets.UTF_8),
                                code.getBytes(StandardCharsets.UTF_8))
                        && store.use(accountId, step));
    }

    private byte[] guardKey(long accountId) {
        return vault.digest("second factor\n" + accountId);
    }

    private byte[] recoveryDigest(long accountId, String code) {
        String plain = code.replace("-", "");
        return vault.digest("recovery\n" + accountId + "\n" + plain);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * What an authenticator app must be told.
     *
     * @param secret for typing in
     * @param uri for scanning
     */
    public record Enrolment(String secret, String uri) {}
}
