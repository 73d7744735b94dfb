package org.yiwang.ledger;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerJobs {

    /** Soon after midnight: holds and lots whose last day is over. */
    @Bean
    RecurringTask<Void> ledgerExpiry(Ledger ledger, Clock clock) {
        return Tasks.recurring("ledger-expiry", new Daily(clock.getZone(), LocalTime.of(0, 10)))
                .execute((instance, context) -> ledger.expireDue(clock.instant()));
    }
}
