package org.yiwang.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;

/** Accounts: opening one, finding one, and the codes that prove a mobile number. */
@Component
public class Accounts {

    Accounts() {}

    /**
     * Opens an account. The mobile number must have been proved with {@link #checkCode}.
     *
     * @param password null for one who signs in by code only
     * @return its id; refuses with {@code account.mobile-taken}
     */
    public long open(String mobile, String name, @Nullable String password) {
        throw new IllegalStateException("being built");
    }

    /** The account; refuses with {@code account.unknown} if there is none. */
    public AccountView get(long accountId) {
        throw new IllegalStateException("being built");
    }

    /** The account of a mobile number. */
    public Optional<AccountView> findByMobile(String mobile) {
        throw new IllegalStateException("being built");
    }

    /** The person as an actor with the grants held now, for jobs and for the person's own session. */
    public Actor actor(long accountId) {
        throw new IllegalStateException("being built");
    }

    /** Full mobile number; the caller must have checked that it may be seen and have written the audit row. */
    public String mobile(long accountId) {
        throw new IllegalStateException("being built");
    }

    /**
     * Sends a six-digit code to a number; limited per number and per address.
     *
     * @param purpose what it proves; a code for one purpose proves no other ({@code register}, {@code sign-in}, {@code guardian} …)
     */
    public void sendCode(String mobile, String purpose, String clientAddress) {
        throw new IllegalStateException("being built");
    }

    /** Uses a code up; refuses with {@code account.code-wrong} or {@code account.code-expired}. */
    public void checkCode(String mobile, String purpose, String code) {
        throw new IllegalStateException("being built");
    }
}
