package org.yiwang.testing;

import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.yiwang.platform.Vault;

/** What the one Spring context of the tests replaces: the database and the clock. */
@TestConfiguration(proxyBeanMethods = false)
class CityTestConfiguration {

    CityTestConfiguration(ApplicationContext context) {
        City.is(context);
    }

    @Bean
    @Primary
    DataSource testDatabase() {
        return new LazyConnectionDataSourceProxy(TestDatabase.fresh());
    }

    /** Keys for tests, where the program brings none. */
    @Bean
    @Fallback
    Vault testVault() {
        byte[] key = "sixteen bytes of".getBytes(StandardCharsets.UTF_8);
        return new Vault((byte) 1, key, key);
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
