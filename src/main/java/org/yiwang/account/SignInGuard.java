package org.yiwang.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;

/**
 * Wrong passwords per mobile number, whether or not an account has it, over all nodes. A try is counted before the
 * password is looked at, so that many at once cannot pass; success clears the count. From the sixth on each costs a
 * wait that doubles.
 */
@Component
class SignInGuard {

    private final AttemptStore store;
    private final Vault vault;
    private final SignInSettings settings;
    private final Clock clock;

    SignInGuard(AttemptStore store, Vault vault, SignInSettings settings, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    byte[] digestOf(AccountStore.AccountRow account) {
        return vault.digest(vault.open(account.mobileSealed()));
    }

    /** Counts a try; refuses with {@code account.locked}, naming the minutes left. Survives the caller's rollback. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = Refusal.class)
    public void attempt(byte[] digest) {
        Instant now = clock.instant();
        if (!store.count(digest, settings, now)) {
            Instant until = store.lockedUntil(digest).orElse(now);
            throw new Refusal(
                    AccountProblem.LOCKED,
                    Math.max(1, Duration.between(now, until).plusSeconds(59).toMinutes()));
        }
    }

    void succeeded(byte[] digest) {
        store.forget(digest);
    }
}
