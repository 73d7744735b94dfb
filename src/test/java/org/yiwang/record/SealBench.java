package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.record.RecordIntake.Made;
import org.yiwang.seal.TestLogs;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes records that count as the program writes many of them – entry, step, standing, totals by COPY, 5,000 in a
 * transaction – and seals them, in a database of its own beside that of the benchmark's server, whose jobs do not touch it.
 * Not a test: it runs only when the benchmark names the database.
 */
@EnabledIfSystemProperty(named = "bench.url", matches = ".+")
class SealBench {

    private static final int RECORDS = Integer.getInteger("bench.records", 1_000_000);
    private static final int BATCH = 5_000;
    private static final int PEOPLE = 100_000;
    private static final int ACTIVITIES = 2_000;
    private static final Instant FIRST = Instant.parse("2026-01-01T01:00:00Z");

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void writing_and_sealing() throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(System.getProperty("bench.url"));
        config.setUsername("yiwang");
        config.setPassword(Objects.requireNonNull(System.getenv("PGPASSWORD")));
        try (HikariDataSource database = new HikariDataSource(config)) {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            JdbcClient jdbc = JdbcClient.create(database);
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
            IntakeStore store = new IntakeStore(
                    jdbc, new JdbcTemplate(database), new CopiedRecords(json), new ActivityTotalStore(jdbc));
            Sealing sealing =
                    new Sealing(new SealingStore(jdbc), new DivergenceStore(jdbc), TestLogs.on(jdbc), transaction);

            long began = System.nanoTime();
            for (int from = 0; from < RECORDS; from += BATCH) {
                List<Made> made = batch(from);
                transaction.executeWithoutResult(_ -> store.insert(made, FIRST, "record.why.notice-over"));
            }
            long written = System.nanoTime();
            long sealed = sealing.seal();
            long done = System.nanoTime();

            assertThat(sealed).isEqualTo(RECORDS);
            Files.writeString(
                    Path.of(System.getProperty("bench.out")),
                    RECORDS + " " + Duration.ofNanos(written - began).toMillis() + " "
                            + Duration.ofNanos(done - written).toMillis() + "\n");
        }
    }

    private static List<Made> batch(int from) {
        List<Made> made = new ArrayList<>(BATCH);
        for (int i = from; i < Math.min(RECORDS, from + BATCH); i++) {
            made.add(new Made(entry(i), Standing.EFFECTIVE, null, null));
        }
        return made;
    }

    private static Entry entry(int i) {
        long person = 1 + i % PEOPLE;
        long activity = 1 + i % ACTIVITIES;
        Evidence scan = new Evidence(Evidence.Way.SCANNED_CODE, 12, false, null, person);
        Instant start = FIRST.plus(Duration.ofDays(i / PEOPLE));
        Period served = new Period(start, start.plus(Duration.ofMinutes(60 + i % 120)));
        return new Entry(
                person,
                Ids.next(),
                Origin.ATTENDANCE,
                null,
                (long) i,
                new Statutory(
                        activity,
                        activity,
                        3,
                        "花桥志愿队",
                        "420102015001",
                        "清洁家园",
                        "06",
                        "清洁员",
                        "花桥二村 12 号楼门口",
                        "王队长",
                        List.of(3L)),
                served,
                served,
                served,
                LocalDate.of(2026, 1, 1).plusDays(i / PEOPLE),
                i % 4 == 0 ? TimeKind.HONOUR : TimeKind.CREDIT,
                new Entry.Proof(scan, scan),
                1,
                null,
                null,
                person,
                served.end());
    }
}
