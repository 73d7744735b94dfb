package org.yiwang.testing;

import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What the one Spring context of the tests replaces: the database and the clock. */
@TestConfiguration(proxyBeanMethods = false)
class CityTestConfiguration {

    @Bean
    @Primary
    DataSource testDatabase() {
        return TestDatabase.fresh();
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
