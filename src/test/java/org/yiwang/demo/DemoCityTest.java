package org.yiwang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.Accounts;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.ServerProcess;
import org.yiwang.testing.TestDatabase;
import org.yiwang.testing.Visitor;

/** The demo city as whoever starts the program finds it; a small one, which has everything that the large one has. */
@CityTest
class DemoCityTest {

    private static final String[] SMALL = {
        "--yiwang.demo=true",
        "--yiwang.demo.volunteers=80",
        "--yiwang.demo.teams=7",
        "--yiwang.demo.activities=12",
        "--yiwang.sign-in.password-memory-kib=1024",
        "--yiwang.jobs=false"
    };

    @Test
    void an_external_database_is_left_alone_unless_the_city_was_asked_for() {
        assertThat(City.bean(DemoCity.class).isRunning())
                .as("these tests run with the demo on, on an empty database given by its address")
                .isTrue();
        assertThat(City.bean(Accounts.class).findByMobile(Cast.VOLUNTEER.mobile()))
                .isEmpty();
    }

    @Test
    void in_an_external_database_when_asked_for_everything_there_is_to_see_can_be_seen() {
        String url = TestDatabase.freshUrl();
        try (ServerProcess server = ServerProcess.start(with(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--yiwang.keys=throw-away",
                "--yiwang.log.key=throw-away",
                "--yiwang.demo.external=true"))) {
            assertThat(server.tail()).contains("The demo city stands").doesNotContain("is missing from");
            JdbcClient database = JdbcClient.create(source(url));
            assertThat(states(database, "select distinct state from organization"))
                    .contains("WAITING", "RETURNED", "ACTIVE", "STOPPED");
            assertThat(states(database, "select distinct state from organization_member"))
                    .contains("ASKED", "INVITED", "MEMBER");
            assertThat(states(database, "select distinct state from activity"))
                    .containsExactlyInAnyOrder("DRAFT", "IN_REVIEW", "RETURNED", "PUBLISHED", "CANCELLED", "CLOSED");
            assertThat(states(database, "select distinct recruit_scope from activity"))
                    .containsExactlyInAnyOrder("PUBLIC", "TEAMS", "PASS_CODE", "PRIVATE");
            assertThat(states(database, "select distinct state from signup"))
                    .containsExactlyInAnyOrder(
                            "APPLIED",
                            "ACCEPTED",
                            "WAITING",
                            "INVITED",
                            "REFUSED",
                            "WITHDRAWN",
                            "CANCELLED",
                            "NO_SHOW");
            assertThat(states(database, "select distinct state || coalesce(hold, '') from record_current"))
                    .contains("PENDING", "NOTICE", "HELDLONG_DAY", "HELDVERY_LONG_DAY", "EFFECTIVE", "SUPERSEDED");
            assertThat(states(database, "select distinct state from attendance_pair"))
                    .contains("OPEN", "CLOSED");
            assertThat(states(database, "select distinct state from volunteer"))
                    .contains("VALID", "UNDER_REVIEW", "UNCONFIRMED");
            assertThat(states(database, "select distinct time_kind from record_entry"))
                    .containsExactlyInAnyOrder("CREDIT", "HONOUR");

            Visitor somebody = Visitor.anonymous(server.port());
            for (Cast one : Cast.values()) {
                assertThat(somebody.get("/sign-in").body()).contains(one.mobile());
                Visitor visitor = Visitor.anonymous(server.port());
                visitor.get("/sign-in");
                assertThat(visitor.post("/sign-in", java.util.Map.of("mobile", one.mobile(), "password", Cast.PASSWORD))
                                .status())
                        .as(one.name())
                        .isEqualTo(303);
            }
        }
    }

    @Test
    void a_city_that_was_cut_off_is_written_anew_and_one_that_stands_is_kept() throws Exception {
        try (ServerProcess server = ServerProcess.begin(SMALL)) {
            Path mark = server.folder().resolve("db/yiwang.demo-unfinished");
            for (int i = 0; !Files.exists(mark); i++) {
                assertThat(i).as("the writing begins: %s", server.tail()).isLessThan(6000);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            server.kill9();
            assertThat(mark).as("killed in the middle").exists();

            server.restart();
            assertThat(mark).doesNotExist();
            assertThat(server.tail())
                    .contains("was cut off while it was written")
                    .contains("The demo city stands");
            JdbcClient database = JdbcClient.create(server.database());
            long people = count(database, "volunteer");
            assertThat(people).isGreaterThan(70);
            assertThat(count(database, "activity")).isGreaterThan(20);

            server.stop();
            server.restart();
            assertThat(count(JdbcClient.create(server.database()), "volunteer")).isEqualTo(people);
        }
    }

    private static String[] with(String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(SMALL), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static List<@Nullable String> states(JdbcClient database, String sql) {
        return database.sql(sql).query(String.class).list();
    }

    private static long count(JdbcClient database, String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }
}
