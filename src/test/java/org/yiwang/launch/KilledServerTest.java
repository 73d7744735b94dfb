package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yiwang.testing.ServerProcess;

class KilledServerTest {

    @Test
    void starts_again_after_a_kill_with_what_was_committed_and_leaves_no_orphan_when_stopped() throws Exception {
        try (ServerProcess server = ServerProcess.start()) {
            try (Connection connection = server.database().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create table committed (word text)");
                statement.execute("insert into committed values ('kept')");
            }
            long first = server.databasePid();

            server.kill9();
            assertThat(ProcessHandle.of(first))
                    .as("PostgreSQL outlives its program")
                    .isPresent();

            server.restart();
            assertGone(first);
            assertThat(word(server)).isEqualTo("kept");

            long second = server.databasePid();
            ServerProcess.SecondStart refused = server.startAnotherOnTheSameFolder();
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.said()).contains("in use by a running Yiwang (process");
            assertThat(refused.said().lines()).hasSize(1);
            assertThat(word(server)).isEqualTo("kept");

            server.stop();
            assertGone(second);
            assertThat(server.folder().resolve("db/postmaster.pid")).doesNotExist();
        }
    }

    private static void assertGone(long pid) {
        ProcessHandle.of(pid)
                .ifPresent(left ->
                        assertThat(left.onExit()).as("PostgreSQL is gone").succeedsWithin(Duration.ofSeconds(10)));
    }

    private static String word(ServerProcess server) throws SQLException {
        try (Connection connection = server.database().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select word from committed")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
