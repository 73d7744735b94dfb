package org.yiwang.exchange;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExchangeJobs {

    /** Every morning: transfers whose district has not answered in time, and tries of days gone by. */
    @Bean
    RecurringTask<Void> lateTransfers(TransferDesk desk, ArrivalTries tries, Clock clock) {
        return Tasks.recurring("exchange-transfers", new Daily(clock.getZone(), LocalTime.of(6, 30)))
                .execute((instance, context) -> {
                    desk.passDay();
                    tries.forgetOld();
                });
    }
}
