package org.yiwang.account;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;

/**
 * What a person does with the own account: password, mobile number, proof that it is still the owner. Tries are counted,
 * and passwords hashed, before the transaction that changes something: neither may hold a connection.
 */
@Component
public class OwnAccount {

    private static final String OLD_MOBILE = "change-mobile-old";
    private static final String NEW_MOBILE = "change-mobile-new";
    private static final String PROVE = "prove";

    private final AccountStore store;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final MobileCodes codes;
    private final SignInGuard guard;
    private final AuditTrail audit;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwnAccount(
            AccountStore store,
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            MobileCodes codes,
            SignInGuard guard,
            AuditTrail audit,
            Vault vault,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.codes = codes;
        this.guard = guard;
        this.audit = audit;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the person has a password, or signs in by code only. */
    public boolean hasPassword(Actor actor) {
        return row(actor).passwordHash() != null;
    }

    /**
     * Changes the password and ends all other sessions. One without a password proves the number by code first
     * ({@link #prove}). Refuses with {@code account.password-wrong}, {@code account.password-weak},
     * {@code account.prove-first}.
     */
    public void changePassword(Actor actor, String old, String password) {
        AccountStore.AccountRow row = row(actor);
        String mobile = vault.open(row.mobileSealed());
        Passwords.requireStrong(password, mobile);
        if (row.passwordHash() == null) {
            sessions.requireProved(actor);
        } else {
            requirePassword(row, old, "old");
        }
        String hash = passwords.hash(password, mobile);
        transaction.executeWithoutResult(_ -> {
            store.setPassword(row.id(), hash, clock.instant());
            sessions.endOthers(actor);
            audit.write(actor, "account.change-password", "account:" + Ids.text(row.id()), null);
        });
    }

    /** Sends a code to the present number and one to the new number. Refuses with {@code account.mobile-invalid}. */
    @Transactional
    public void sendMobileCodes(Actor actor, String newMobile, String clientAddress) {
        Mobile number = Mobile.parse(newMobile);
        codes.send(new Mobile(vault.open(row(actor).mobileSealed())), OLD_MOBILE, clientAddress, true);
        codes.send(number, NEW_MOBILE, clientAddress, true);
    }

    /** Moves the account to the new number, with the codes of both. Refuses with {@code account.mobile-taken}. */
    public void changeMobile(Actor actor, String newMobile, String oldCode, String newCode) {
        Mobile number = Mobile.parse(newMobile);
        Mobile present = new Mobile(vault.open(row(actor).mobileSealed()));
        MobileCodes.Right ofPresent = compare(present, OLD_MOBILE, oldCode, "oldCode");
        MobileCodes.Right ofNew = compare(number, NEW_MOBILE, newCode, "newCode");
        transaction.executeWithoutResult(_ -> {
            codes.use(ofPresent);
            codes.use(ofNew);
            accounts.moveMobile(actor, actor.accountId(), number.number(), "by the owner");
        });
    }

    private MobileCodes.Right compare(Mobile number, String purpose, String code, String field) {
        try {
            return codes.compare(number, purpose, code);
        } catch (Refusal refusal) {
            throw refusal.at(field);
        }
    }

    /** Sends a code by which one without a password proves to be the owner. */
    public void sendProof(Actor actor, String clientAddress) {
        codes.send(new Mobile(vault.open(row(actor).mobileSealed())), PROVE, clientAddress, true);
    }

    /**
     * Proves that it is still the owner, by the password or, for one without, by the code sent; holds 5 minutes for this
     * session. Refuses with {@code account.password-wrong}, {@code account.code-wrong}.
     */
    public void prove(Actor actor, String passwordOrCode) {
        AccountStore.AccountRow row = row(actor);
        if (row.passwordHash() == null) {
            codes.check(new Mobile(vault.open(row.mobileSealed())), PROVE, passwordOrCode);
        } else {
            requirePassword(row, passwordOrCode, "password");
        }
        sessions.proved(actor);
    }

    private void requirePassword(AccountStore.AccountRow row, String password, String field) {
        byte[] digest = guard.digestOf(row);
        guard.attempt(digest);
        if (!passwords.matches(password, row.passwordHash())) {
            throw new Refusal(AccountProblem.PASSWORD_WRONG).at(field);
        }
        guard.succeeded(digest);
    }

    private AccountStore.AccountRow row(Actor actor) {
        return store.find(actor.accountId()).orElseThrow(() -> new Refusal(AccountProblem.UNKNOWN));
    }
}
