package org.yiwang.account;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;

/** Accounts: opening one, finding one, and the codes that prove a mobile number. */
@Component
public class Accounts {

    private final AccountStore store;
    private final GrantStore grants;
    private final SessionStore sessions;
    private final SessionDirectory directory;
    private final MobileCodes codes;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final Vault vault;
    private final Clock clock;

    Accounts(
            AccountStore store,
            GrantStore grants,
            SessionStore sessions,
            SessionDirectory directory,
            MobileCodes codes,
            Passwords passwords,
            AuditTrail audit,
            Vault vault,
            Clock clock) {
        this.store = store;
        this.grants = grants;
        this.sessions = sessions;
        this.directory = directory;
        this.codes = codes;
        this.passwords = passwords;
        this.audit = audit;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Opens an account. The mobile number must have been proved with {@link #checkCode}.
     *
     * @param password null for one who signs in by code only
     * @return its id; refuses with {@code account.mobile-taken}, {@code account.mobile-invalid} or
     *     {@code account.password-weak}
     */
    @Transactional
    public long open(String mobile, String name, @Nullable String password) {
        Mobile number = Mobile.parse(mobile);
        String hash = password == null ? null : passwords.hash(password, number.number());
        long id = Ids.next();
        if (!store.claim(vault.digest(number.number()), id, clock.instant())) {
            throw new Refusal(AccountProblem.MOBILE_TAKEN).at("mobile");
        }
        store.insert(id, name.strip(), vault.seal(number.number()), hash, clock.instant());
        return id;
    }

    /** Whether nobody has an account yet: the database is new. */
    public boolean isEmpty() {
        return store.isEmpty();
    }

    /** The account; refuses with {@code account.unknown} if there is none. */
    public AccountView get(long accountId) {
        return store.find(accountId).map(this::view).orElseThrow(() -> new Refusal(AccountProblem.UNKNOWN));
    }

    /** Many at once, by id; unknown ids are left out. One query. */
    public Map<Long, AccountView> getAll(Collection<Long> accountIds) {
        return store.findAll(accountIds).stream()
                .map(this::view)
                .collect(Collectors.toMap(AccountView::id, account -> account));
    }

    /** The account of a mobile number; empty as well for what is no number. */
    public Optional<AccountView> findByMobile(String mobile) {
        try {
            return store.findByMobile(vault.digest(Mobile.parse(mobile).number()))
                    .map(this::view);
        } catch (Refusal notANumber) {
            return Optional.empty();
        }
    }

    /** The person as an actor with the grants held now, for jobs and for the person's own session. */
    @Transactional(readOnly = true)
    public Actor actor(long accountId) {
        return new Actor(accountId, get(accountId).name(), grants.of(accountId), 0);
    }

    /** Full mobile number; the caller must have checked that it may be seen and have written the audit row. */
    public String mobile(long accountId) {
        return store.find(accountId)
                .map(account -> vault.open(account.mobileSealed()))
                .orElseThrow(() -> new Refusal(AccountProblem.UNKNOWN));
    }

    /**
     * Sends a six-digit code to a number; limited per number and per address. Refuses with
     * {@code account.too-many-codes} or {@code account.mobile-invalid}.
     *
     * @param purpose what it proves; a code for one purpose proves no other ({@code register}, {@code guardian} …)
     */
    public void sendCode(String mobile, String purpose, String clientAddress) {
        codes.send(Mobile.parse(mobile), purpose, clientAddress, true);
    }

    /**
     * Uses a code up; refuses with {@code account.code-wrong} or {@code account.code-expired}. A wrong try counts even
     * if the caller's transaction is rolled back; a right code is used up only if it commits.
     */
    public void checkCode(String mobile, String purpose, String code) {
        codes.check(Mobile.parse(mobile), purpose, code);
    }

    /**
     * Moves an account to another number, for a person who proved identity another way (recovery after the number was
     * lost). Ends all sessions. The new number must have been proved. Refuses with {@code account.mobile-taken}.
     */
    @Transactional
    public void moveMobile(Actor by, long accountId, String mobile, String why) {
        Mobile number = Mobile.parse(mobile);
        store.release(accountId);
        if (!store.claim(vault.digest(number.number()), accountId, clock.instant())) {
            throw new Refusal(AccountProblem.MOBILE_TAKEN).at("mobile");
        }
        store.setMobile(accountId, vault.seal(number.number()));
        sessions.revokeOthers(accountId, by.accountId() == accountId ? by.sessionId() : 0, clock.instant());
        audit.write(by, "account.move-mobile", "account:" + Ids.text(accountId), why);
        directory.forgetAccount(accountId);
    }

    /** Closes an account: nobody signs in any more, its number is free again, its roles end. What must be kept stays. */
    @Transactional
    public void close(Actor by, long accountId, String why) {
        store.setState(accountId, "RESTRICTED");
        store.release(accountId);
        grants.endAll(accountId, by.accountId(), why, clock.instant());
        sessions.revokeOthers(accountId, 0, clock.instant());
        audit.write(by, "account.close", "account:" + Ids.text(accountId), why);
        directory.forgetAccount(accountId);
    }

    private AccountView view(AccountStore.AccountRow row) {
        return new AccountView(row.id(), row.name(), new Mobile(vault.open(row.mobileSealed())).masked());
    }
}
