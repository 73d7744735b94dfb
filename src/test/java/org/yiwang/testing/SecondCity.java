package org.yiwang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.yiwang.Yiwang;
import org.yiwang.account.SessionKind;
import org.yiwang.account.TestSignIns;
import org.yiwang.platform.Vault;

/**
 * The program once more in the same process, on a port, a database, keys and a clock of its own: another city, as far as the
 * one of the {@link CityTest}s can tell.
 */
public final class SecondCity implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final TestClock clock = new TestClock();

    private SecondCity(String origin) {
        this.context = new SpringApplicationBuilder(Yiwang.class)
                .profiles("test")
                .properties("server.port=0", "yiwang.log.origin=" + origin)
                .initializers(fresh -> prepare((GenericApplicationContext) fresh))
                .run();
    }

    /** Starts one whose log has this name. */
    public static SecondCity start(String origin) {
        return new SecondCity(origin);
    }

    /** A bean of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of it that are of a kind. */
    public <T> List<T> beans(Class<T> type) {
        return context.getBeanProvider(type).orderedStream().toList();
    }

    /** Its clock. */
    public TestClock clock() {
        return clock;
    }

    /** The port it listens on. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** A token with which the owner of one of its accounts is signed in. */
    public String token(long accountId) {
        return TestSignIns.token(context, accountId, SessionKind.BROWSER);
    }

    /** The owner of one of its accounts, signed in. */
    public Visitor visitor(long accountId) {
        return Visitor.asAccount(context, accountId);
    }

    @Override
    public void close() {
        context.close();
    }

    private void prepare(GenericApplicationContext fresh) {
        fresh.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
        byte[] key = "another sixteen.".getBytes(StandardCharsets.UTF_8);
        fresh.registerBean(
                "secondDatabase",
                DataSource.class,
                () -> new LazyConnectionDataSourceProxy(TestDatabase.fresh()),
                bean -> bean.setPrimary(true));
        fresh.registerBean("secondClock", TestClock.class, () -> clock, bean -> bean.setPrimary(true));
        fresh.registerBean(
                "secondVault", Vault.class, () -> new Vault((byte) 1, key, key), bean -> bean.setFallback(true));
    }

    /** Classes of the tests are no part of the program. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            try {
                return reader.getResource().getURL().getPath().contains("/test-classes/");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }
}
