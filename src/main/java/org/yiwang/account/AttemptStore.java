package org.yiwang.account;

import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of {@code account_attempt}: wrong passwords by number, whether or not an account has it. */
@Component
class AttemptStore {

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts a try, unless the number is locked; one statement, so it holds over all nodes. */
    boolean count(byte[] digest, SignInSettings limits, Instant now) {
        return jdbc.sql("""
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
                        .param("now", utc(now))
                        .param("dayAgo", utc(now.minus(Duration.ofDays(1))))
                        .param("free", limits.failuresBeforeLock())
                        .param("first", limits.firstLock().toSeconds())
                        .param("longest", limits.longestLock().toSeconds())
                        .update()
                == 1;
    }

    Optional<Instant> lockedUntil(byte[] digest) {
        return jdbc.sql("select locked_until from account_attempt where mobile_digest = :digest")
                .param("digest", digest)
                .query((row, i) -> Optional.ofNullable(instantOrNull(row, "locked_until")))
                .optional()
                .flatMap(until -> until);
    }

    void forget(byte[] digest) {
        jdbc.sql("delete from account_attempt where mobile_digest = :digest")
                .param("digest", digest)
                .update();
    }

    /** Forgets what is long over. */
    int sweep(Instant before) {
        return jdbc.sql(
                        "delete from account_attempt where last_at < :before and coalesce(locked_until, last_at) < :before")
                .param("before", utc(before))
                .update();
    }
}
