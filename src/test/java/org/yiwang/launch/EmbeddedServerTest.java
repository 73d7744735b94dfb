package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.testing.Folders;

class EmbeddedServerTest {

    private static final Path PROGRAMS = Path.of("target/postgresql").toAbsolutePath();

    @TempDir
    private static Path made;

    @TempDir
    private Path root;

    /** A folder whose server was stopped in good order, of which tests take copies. */
    @BeforeAll
    static void make() {
        try (DataFolder folder = DataFolder.open(made)) {
            EmbeddedServer.start(folder, PROGRAMS).close();
        }
    }

    @Test
    void is_durable_private_to_this_machine_and_keeps_its_data() throws Exception {
        long password;
        try (DataFolder folder = DataFolder.open(root);
                EmbeddedServer server = EmbeddedServer.start(folder, PROGRAMS)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "full_page_writes")).isEqualTo("on");
            assertThat(setting(server, "data_checksums")).isEqualTo("on");
            assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(server, "server_version")).startsWith("18.");
            assertThat(ask(server, "select rolsuper::text from pg_roles where rolname = current_user"))
                    .isEqualTo("false");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.user(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            tell(server, "create extension btree_gist");
            tell(server, "create table kept (word text)");
            tell(server, "insert into kept values ('义网𠮷')");
            password = server.password().hashCode();
        }
        try (DataFolder folder = DataFolder.open(root);
                EmbeddedServer server = EmbeddedServer.start(folder, PROGRAMS)) {
            assertThat(ask(server, "select word from kept")).isEqualTo("义网𠮷");
            assertThat(server.password().hashCode()).isEqualTo(password);
        }
        assertThat(root.resolve("db/postmaster.pid")).doesNotExist();
    }

    @Test
    void tells_a_second_start_on_the_same_folder_that_the_first_still_runs() {
        try (DataFolder first = DataFolder.open(root)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DataFolder.open(root))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("in use by a running Yiwang")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        DataFolder.open(root).close();
    }

    @ParameterizedTest
    @CsvSource({
        "newer version, 'written by PostgreSQL 19, newer than the PostgreSQL 18'",
        "older version, 'written by PostgreSQL 17, older than the PostgreSQL 18'",
        "no version, PG_VERSION is missing",
        "torn control file, global/pg_control does not match its checksum",
        "no control file, global/pg_control is missing",
        "lost log, which a start needs",
        "lost tables, base is missing",
        "lost password, yiwang.password is missing",
    })
    void says_in_one_line_what_is_wrong_with_a_folder_and_touches_nothing(String damage, String said) throws Exception {
        Folders.copy(made, root);
        try (DataFolder folder = DataFolder.open(root)) {
            damage(damage, root.resolve("db"));
            var before = picture(root.resolve("db"));

            assertThatThrownBy(() -> EmbeddedServer.start(folder, PROGRAMS))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining(said)
                    .hasMessageContaining("Nothing was touched")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));

            assertThat(picture(root.resolve("db"))).isEqualTo(before);
        }
    }

    @Test
    void leaves_a_process_alone_that_merely_has_the_number_of_the_old_server() throws Exception {
        Folders.copy(made, root);
        try (DataFolder folder = DataFolder.open(root)) {
            Files.writeString(
                    root.resolve("db/postmaster.pid"),
                    ProcessHandle.current().pid() + "\n" + root.resolve("db") + "\n1\n5432\n\n127.0.0.1\n");
            try (EmbeddedServer server = EmbeddedServer.start(folder, PROGRAMS)) {
                assertThat(setting(server, "fsync")).isEqualTo("on");
            }
        }
    }

    @Test
    void begins_anew_where_an_earlier_start_died_while_making_the_database() throws Exception {
        Files.createDirectories(root.resolve("db.new/base"));
        Files.writeString(root.resolve("db.new/PG_VERSION"), "18\n");
        Files.writeString(root.resolve("db.password"), "half");
        try (DataFolder folder = DataFolder.open(root);
                EmbeddedServer server = EmbeddedServer.start(folder, PROGRAMS)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
    }

    private static void damage(String how, Path database) throws IOException {
        Path control = database.resolve("global/pg_control");
        switch (how) {
            case "newer version" -> Files.writeString(database.resolve("PG_VERSION"), "19\n");
            case "older version" -> Files.writeString(database.resolve("PG_VERSION"), "17\n");
            case "no version" -> Files.delete(database.resolve("PG_VERSION"));
            case "torn control file" -> {
                byte[] bytes = Files.readAllBytes(control);
                ByteBuffer.wrap(bytes).putLong(40, 4711);
                Files.write(control, bytes);
            }
            case "no control file" -> Files.delete(control);
            case "lost log" -> {
                try (Stream<Path> log = Files.list(database.resolve("pg_wal"))) {
                    for (Path segment : log.filter(Files::isRegularFile).toList()) {
                        Files.delete(segment);
                    }
                }
            }
            case "lost tables" -> Files.move(database.resolve("base"), database.resolve("base.away"));
            case "lost password" -> Files.delete(database.resolve("yiwang.password"));
            default -> throw new IllegalArgumentException(how);
        }
    }

    /** Every file with its moment of change and the digest of what is in it. */
    private static TreeMap<String, String> picture(Path folder) throws Exception {
        TreeMap<String, String> picture = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                picture.put(
                        path.toString(),
                        Files.getLastModifiedTime(path)
                                + (Files.isRegularFile(path)
                                        ? HexFormat.of()
                                                .formatHex(MessageDigest.getInstance("SHA-256")
                                                        .digest(Files.readAllBytes(path)))
                                        : ""));
            }
        }
        return picture;
    }

    private static String setting(EmbeddedServer server, String name) throws SQLException {
        return ask(server, "show " + name);
    }

    private static String ask(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void tell(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }
}
