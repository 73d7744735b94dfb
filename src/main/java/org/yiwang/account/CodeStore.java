package org.yiwang.account;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the codes sent by SMS and of how many were sent. */
@Component
class CodeStore {

    private final JdbcClient jdbc;

    CodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more code for the number, unless that would pass a limit; one statement, so it holds over all nodes. */
    boolean count(byte[] digest, SignInSettings limits, Instant now) {
        return jdbc.sql("""
                        insert into account_code_limit as l
                            (mobile_digest, last_at, hour_start, hour_count, day_start, day_count)
                        values (:digest, :now, :now, 1, :now, 1)
                        on conflict (mobile_digest) do update set
                            last_at = :now,
                            hour_start = case when l.hour_start <= :hourAgo then :now else l.hour_start end,
                            hour_count = case when l.hour_start <= :hourAgo then 1 else l.hour_count + 1 end,
                            day_start = case when l.day_start <= :dayAgo then :now else l.day_start end,
                            day_count = case when l.day_start <= :dayAgo then 1 else l.day_count + 1 end
                        where l.last_at <= :soonest
                          and (l.hour_start <= :hourAgo or l.hour_count < :perHour)
                          and (l.day_start <= :dayAgo or l.day_count < :perDay)""")
                        .param("digest", digest)
                        .param("now", utc(now))
                        .param("soonest", utc(now.minus(limits.codeInterval())))
                        .param("hourAgo", utc(now.minus(Duration.ofHours(1))))
                        .param("dayAgo", utc(now.minus(Duration.ofDays(1))))
                        .param("perHour", limits.codesPerHour())
                        .param("perDay", limits.codesPerDay())
                        .update()
                == 1;
    }

    /** Seconds until the number may have the next code after its last one, 0 when another limit holds it back. */
    long secondsToWait(byte[] digest, SignInSettings limits, Instant now) {
        return jdbc.sql("select last_at from account_code_limit where mobile_digest = :digest")
                .param("digest", digest)
                .query((row, i) -> instant(row, "last_at"))
                .optional()
                .map(last -> Duration.between(now, last.plus(limits.codeInterval())))
                .map(wait -> wait.isPositive() ? wait.plusMillis(999).toSeconds() : 0L)
                .orElse(0L);
    }

    void put(byte[] digest, String purpose, byte[] code, Instant now, Instant expires) {
        jdbc.sql("""
                        insert into account_code (mobile_digest, purpose, code_digest, sent_at, expires_at)
                        values (:digest, :purpose, :code, :now, :expires)
                        on conflict (mobile_digest, purpose) do update set
                            code_digest = excluded.code_digest, sent_at = excluded.sent_at,
                            expires_at = excluded.expires_at, attempts = 0, used_at = null""")
                .param("digest", digest)
                .param("purpose", purpose)
                .param("code", code)
                .param("now", utc(now))
                .param("expires", utc(expires))
                .update();
    }

    /** Counts a try before it is looked at, so that many at once cannot pass the limit. */
    Optional<Sent> attempt(byte[] digest, String purpose) {
        return jdbc.sql("""
                        update account_code set attempts = least(attempts + 1, 1000)
                        where mobile_digest = :digest and purpose = :purpose and used_at is null
                        returning code_digest, expires_at, attempts""")
                .param("digest", digest)
                .param("purpose", purpose)
                .query((row, i) ->
                        new Sent(row.getBytes("code_digest"), instant(row, "expires_at"), row.getInt("attempts")))
                .optional();
    }

    /** Uses the code up; false if somebody else just did. */
    boolean use(byte[] digest, String purpose, byte[] code, Instant now) {
        return jdbc.sql("""
                        update account_code set used_at = :now
                        where mobile_digest = :digest and purpose = :purpose and code_digest = :code
                          and used_at is null""")
                        .param("digest", digest)
                        .param("purpose", purpose)
                        .param("code", code)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Forgets what is long over. */
    int sweep(Instant before) {
        return jdbc.sql("delete from account_code where expires_at < :before")
                        .param("before", utc(before))
                        .update()
                + jdbc.sql("delete from account_code_limit where last_at < :before")
                        .param("before", utc(before))
                        .update();
    }

    /**
     * A code as stored.
     *
     * @param attempts tries so far, this one included
     */
    record Sent(byte[] code, Instant expires, int attempts) {}
}
