package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.yiwang.testing.ServerProcess;

class ApiTourTest {

    /** Its clock is put forward where the tour would wait for the minute that somebody has to serve. */
    @Test
    void the_tour_that_newcomers_run_lives_the_whole_journey_and_lives_it_again_in_the_same_city() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                "--yiwang.demo=true",
                "--yiwang.demo.clock=true",
                "--yiwang.demo.volunteers=24",
                "--yiwang.demo.teams=1",
                "--yiwang.demo.activities=2")) {
            String address = server.address("/").toString();
            for (int run = 1; run <= 2; run++) {
                Process tour = new ProcessBuilder(
                                "bash", "docs/api-tour.sh", address.substring(0, address.length() - 1))
                        .redirectErrorStream(true)
                        .start();
                String said = new String(tour.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(tour.waitFor()).as("run %d%n%s", run, said).isZero();
                assertThat(said).contains("Done: the hours of one neighbour are on record");
            }
        }
    }
}
