package org.yiwang.web;

import static org.yiwang.platform.Moments.utc;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of {@link Idempotency} once nobody will repeat them: no phone keeps a command for longer than a week. */
@Component
class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofDays(7);

    /** Deleted at a time, so that no transaction grows long. */
    private static final int BATCH = 10_000;

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Forgets the keys that are older than a week.
     *
     * @return how many there were
     */
    int forgetOld(Instant now) {
        int all = 0;
        int some;
        do {
            some = jdbc.sql("""
                            delete from web_idempotency where key_digest in (
                                select key_digest from web_idempotency where at < :before order by at limit :batch)""")
                    .param("before", utc(now.minus(KEPT)))
                    .param("batch", BATCH)
                    .update();
            all += some;
        } while (some == BATCH);
        return all;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> forgetIdempotencyKeys(IdempotencyKeys keys, Clock clock) {
            return Tasks.recurring("web-forget-keys", Schedules.daily(clock.getZone(), LocalTime.of(3, 40)))
                    .execute((task, context) -> keys.forgetOld(clock.instant()));
        }
    }
}
