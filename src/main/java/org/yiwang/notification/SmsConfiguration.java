package org.yiwang.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who delivers text messages, and the jobs that look after them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class SmsConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SmsConfiguration.class);

    /** The gateway if one is set, the outbox page in a demo city, otherwise nobody. */
    @Bean
    SmsSender smsSender(GatewaySettings settings, @Value("${yiwang.demo:false}") boolean demo) {
        if (settings.url() != null) {
            return new GatewaySender(settings, settings.url());
        }
        if (demo) {
            return new DemoSender();
        }
        log.warn("No text message will leave: set yiwang.sms.gateway.url");
        return new NoSender();
    }

    /** Tries again what could not be sent. */
    @Bean
    RecurringTask<Void> smsJob(SmsDelivery delivery) {
        return Tasks.recurring("notification-sms", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> delivery.deliver());
    }

    /** Deletes old text messages. */
    @Bean
    RecurringTask<Void> smsCleaningJob(SmsDelivery delivery) {
        return Tasks.recurring("notification-sms-clean", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> delivery.clean());
    }
}
