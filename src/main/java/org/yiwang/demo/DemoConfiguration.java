package org.yiwang.demo;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.account.DemoSignIns;

/** What exists only in a demo installation. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("yiwang.demo")
class DemoConfiguration {

    @Bean
    DemoClock demoClock(@Value("${yiwang.zone:Asia/Shanghai}") ZoneId zone) {
        return new DemoClock(zone);
    }

    @Bean
    DemoSignIns demoSignIns() {
        return Cast::signIns;
    }
}
