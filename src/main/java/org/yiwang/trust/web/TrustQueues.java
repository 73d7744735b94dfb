package org.yiwang.trust.web;

import static org.yiwang.kernel.Permission.SPOT_CHECK;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.trust.SpotChecks;
import org.yiwang.web.Queue;
import org.yiwang.web.Queue.Door;

/** What waits for offices about spot checks. */
@Configuration(proxyBeanMethods = false)
class TrustQueues {

    @Bean
    Queue callsToMake(SpotChecks checks) {
        return Queue.of(
                Door.OFFICE, SPOT_CHECK, "search", "door.gov.queue.calls", SpotCheckPages.HOME, checks::countToCall);
    }
}
