package org.yiwang.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.platform.Vault;

/**
 * Accounts and grants by COPY, for filling an empty database: what {@link Accounts#open}, {@link Consents#accept} and
 * {@link Grants#give} write for one, written for thousands. Ids and moments are the caller's, and nobody is told. In the
 * caller's transaction.
 */
@Component
public class AccountRows {

    /** The large tables that are written. */
    public static final List<String> TABLES = List.of("account", "account_mobile", "account_consent");

    private final AccountRowStore store;
    private final Consents consents;
    private final Vault vault;

    AccountRows(AccountRowStore store, Consents consents, Vault vault) {
        this.store = store;
        this.consents = consents;
        this.vault = vault;
    }

    /** Opens accounts that have no password; their owners sign in by code. How many rows were written. */
    public long open(List<NewAccount> accounts) {
        return store.open(accounts.stream()
                .map(a -> {
                    String number = Mobile.parse(a.mobile).number();
                    return new AccountRowStore.Sealed(a, vault.seal(number), vault.digest(number));
                })
                .toList());
    }

    /** Notes what was agreed to, in the versions that hold now. How many rows were written. */
    public long accept(List<Acceptance> accepted) {
        Map<String, Integer> versions = new HashMap<>();
        return store.accept(accepted.stream()
                .map(a -> new AccountRowStore.Agreed(
                        a,
                        versions.computeIfAbsent(
                                a.document, key -> consents.current(key).version())))
                .toList());
    }

    /** Gives roles. How many rows were written. */
    public long give(List<NewGrant> grants) {
        return store.give(grants);
    }

    /**
     * An account to be opened.
     *
     * @param mobile eleven digits that nobody else has
     */
    public record NewAccount(long id, String name, String mobile, Instant at) {}

    /**
     * Something an owner of an account agreed to.
     *
     * @param document key of the document, {@link Consents#PRIVACY} …
     */
    public record Acceptance(long accountId, String document, Instant at) {}

    /**
     * A role to be given.
     *
     * @param by account that gave it, 0 for the program
     */
    public record NewGrant(long id, long accountId, Role role, Scope scope, long by, String why, Instant at) {}
}
