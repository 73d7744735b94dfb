package org.yiwang.organization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrganizationJobs {

    /** Every morning: filings that end soon or ran out. */
    @Bean
    RecurringTask<Void> organizationFilings(TeamFilings filings, Clock clock) {
        return Tasks.recurring("organization-filings", new Daily(clock.getZone(), LocalTime.of(6, 10)))
                .execute((instance, context) -> filings.passDay());
    }
}
