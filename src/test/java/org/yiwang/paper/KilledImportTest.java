package org.yiwang.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.testing.PaperCity;
import org.yiwang.testing.ServerProcess;
import org.yiwang.testing.TestDatabase;
import org.yiwang.testing.TestPictures;
import org.yiwang.testing.Visitor;

/** An import goes on where it was when its server died, and comes to what it would have come to. */
class KilledImportTest {

    private static final long PATIENCE = Duration.ofMinutes(2).toNanos();
    private static final String POSTGRES = "postgres";

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void killed_in_the_middle_of_an_import_it_goes_on_and_takes_every_line_once() throws Exception {
        Path keys = folder.resolve("keys");
        Base64.Encoder base64 = Base64.getEncoder();
        Files.writeString(
                keys,
                "seal.1=" + base64.encodeToString("sixteen bytes of".getBytes(StandardCharsets.UTF_8)) + "\ndigest="
                        + base64.encodeToString("thirty-two bytes of nothing real".getBytes(StandardCharsets.UTF_8))
                        + "\n");
        String url = TestDatabase.freshUrl();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(POSTGRES);
        database.setPassword(POSTGRES);
        JdbcClient jdbc = JdbcClient.create(database);
        PaperCity city = new PaperCity(database, 1);
        city.fill();
        StringBuilder file = new StringBuilder(PaperCity.HEADINGS).append('\n');
        city.lines(cells -> file.append(String.join(",", cells)).append('\n'));
        try (ServerProcess server = ServerProcess.start(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + POSTGRES,
                "--spring.datasource.password=" + POSTGRES,
                "--yiwang.key-file=" + keys)) {
            Visitor first = Visitor.anonymous(server.port()).bearer(city.token(keys, 1));
            Visitor second = Visitor.anonymous(server.port()).bearer(city.token(keys, 2));
            var came = first.apiFile(
                    "/api/v1/imports?name=a.csv&organization=" + PaperCity.organization(),
                    file.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(came.status()).as(came.body()).isEqualTo(200);
            String id = came.json().path("id").asString();
            assertThat(first.apiFile("PUT", "/api/v1/imports/" + id + "/scan", TestPictures.png(300, 400))
                            .status())
                    .isEqualTo(200);
            assertThat(second.api("POST", "/api/v1/imports/" + id + "/confirm", Map.of("scanHash", scan(second, id)))
                            .status())
                    .isEqualTo(200);

            await(jdbc, "select taken > 0 from paper_import");
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(new Random(seed).nextInt(200_000)));
            server.kill9();
            int taken = number(jdbc, "select taken from paper_import");
            assertThat(taken).as("killed in the middle, seed %d", seed).isBetween(1, PaperCity.PEOPLE - 1);

            server.restart();
            await(jdbc, "select state = 'DONE' from paper_import");
            var done = first.api("GET", "/api/v1/imports/" + id, null).json();
            assertThat(done.path("taken").asInt()).as("seed %d", seed).isEqualTo(PaperCity.PEOPLE);
            assertThat(done.path("known").asInt()).isZero();
            assertThat(done.path("refused").asInt()).isZero();
        }
        assertNothingTwiceAndNothingMissing(jdbc);
    }

    /** Opens the scan and names it. */
    private static String scan(Visitor second, String id) {
        assertThat(second.api("GET", "/api/v1/imports/" + id + "/scan", null).status())
                .isEqualTo(200);
        return second.api("GET", "/api/v1/imports/" + id, null)
                .json()
                .path("scanHash")
                .asString();
    }

    private void assertNothingTwiceAndNothingMissing(JdbcClient jdbc) {
        assertThat(number(jdbc, "select count(*) from record_entry where origin = 'PAPER'"))
                .isEqualTo(PaperCity.PEOPLE);
        for (String table : new String[] {"record_entry", "record_current", "record_step"}) {
            assertThat(number(jdbc, "select count(distinct volunteer_id) from " + table))
                    .as(table)
                    .isEqualTo(number(jdbc, "select count(*) from " + table))
                    .isEqualTo(PaperCity.PEOPLE);
        }
        assertThat(number(jdbc, "select sum(waiting_minutes) from record_activity_total"))
                .as("totals, seed %d", seed)
                .isEqualTo(number(jdbc, "select sum(service_minutes) from record_entry"));
        assertThat(number(jdbc, "select sum(minutes) from entry_quota_used"))
                .as("quota used, seed %d", seed)
                .isEqualTo(number(jdbc, "select sum(service_minutes) from record_entry"));
        assertThat(number(jdbc, "select count(*) from account_audit where what = 'paper.import'"))
                .as("ended once")
                .isEqualTo(1);
    }

    private static void await(JdbcClient jdbc, String condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!jdbc.sql(condition).query((row, i) -> row.getBoolean(1)).single()) {
            assertThat(System.nanoTime()).as("%s is waited for", condition).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static int number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query((row, i) -> row.getInt(1)).single();
    }
}
