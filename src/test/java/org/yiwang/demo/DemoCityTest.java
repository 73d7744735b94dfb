package org.yiwang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.Accounts;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.ServerProcess;

/** The demo city as whoever starts the program finds it; a small one, which has everything that the large one has. */
@CityTest
class DemoCityTest {

    static final String[] SMALL = {
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

    private static long count(JdbcClient database, String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
