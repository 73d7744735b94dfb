package org.yiwang.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.RegionImport;

/**
 * The real PostgreSQL of the tests: one server for all of them, migrated once into a template, of which every caller
 * gets a clone of its own. Durability is off here; the tests that kill servers start their own with it on.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "template_yiwang";
    private static final AtomicInteger CLONES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /** A fresh database with the full schema, the seeds of the migrations, and the divisions down to county and of Wuhan. */
    public static HikariDataSource fresh() {
        String name = "t" + CLONES.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        HikariConfig config = new HikariConfig();
        config.setDataSource(SERVER.getDatabase("postgres", name));
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(0);
        config.setPoolName(name);
        return new HikariDataSource(config);
    }

    /** Address of a fresh database, for a program started as its own process. */
    public static String freshUrl() {
        String name = "t" + CLONES.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "200")
                    .setRegisterShutdownHook(false)
                    .start();
            DataSource admin = server.getPostgresDatabase();
            try (Connection connection = admin.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            }
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", TEMPLATE))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            new RegionImport(server.getDatabase("postgres", TEMPLATE)).city(new RegionCode("4201"));
            // Spring runs these after it has closed its contexts, which still ask the database a last question.
            SpringApplication.getShutdownHandlers().add(() -> close(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized void execute(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
