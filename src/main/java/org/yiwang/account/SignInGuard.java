package org.yiwang.account;

import static org.yiwang.account.Moments.at;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;
    private final Vault vault;
    private final SignInSettings settings;
    private final Clock clock;

    SignInGuard(JdbcClient jdbc, Vault vault, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
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
        boolean counted = jdbc.sql("""
                        insert into account_attempt as a (mobile_digest, failures, last_at) values (:digest, 1, :now)
                        on conflict (mobile_digest) do update set
                            failures = case when a.last_at < :dayAgo then 1 else least(a.failures + 1, 60) end,
                            last_at = :now,
                            locked_until = case
                                when a.last_at < :dayAgo or a.failures < :free then null
                                else :now + least(:first * power(2, least(a.failures - :free, 40)), :longest)
                                            * interval '1 second' end
                        where a.locked_until is null or a.locked_until <= :now""")
                        .param("digest", digest)
                        .param("now", at(now))
                        .param("dayAgo", at(now.minus(Duration.ofDays(1))))
                        .param("free", settings.failuresBeforeLock())
                        .param("first", settings.firstLock().toSeconds())
                        .param("longest", settings.longestLock().toSeconds())
                        .update()
                == 1;
        if (!counted) {
            Instant until = jdbc.sql("select locked_until from account_attempt where mobile_digest = :digest")
                    .param("digest", digest)
                    .query((row, i) -> Moments.read(row, "locked_until"))
                    .optional()
                    .orElse(now);
            throw new Refusal(
                    AccountProblem.LOCKED,
                    Math.max(1, Duration.between(now, until).plusSeconds(59).toMinutes()));
        }
    }

    void succeeded(byte[] digest) {
        jdbc.sql("delete from account_attempt where mobile_digest = :digest")
                .param("digest", digest)
                .update();
    }

    int sweep(Instant before) {
        return jdbc.sql(
                        "delete from account_attempt where last_at < :before and coalesce(locked_until, last_at) < :before")
                .param("before", at(before))
                .update();
    }
}
