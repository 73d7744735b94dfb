package org.yiwang.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets, every night, codes and failed tries of days ago and sessions that ended half a year ago. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

    private static final Duration CODES = Duration.ofDays(2);
    private static final Duration SESSIONS = Duration.ofDays(190);

    @Bean
    RecurringTask<Void> accountHousekeeping(
            CodeStore codes, AttemptStore attempts, SessionStore sessions, Clock clock) {
        return Tasks.recurring("account-housekeeping", Schedules.daily(clock.getZone(), LocalTime.of(3, 17)))
                .execute((task, context) -> {
                    Instant now = clock.instant();
                    codes.sweep(now.minus(CODES));
                    attempts.sweep(now.minus(CODES));
                    sessions.sweep(now.minus(SESSIONS));
                });
    }
}
