package org.yiwang.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of an installation that was given none: a real server on the data folder, durable as any other, to be
 * reached from this machine only and with a password made for the folder.
 *
 * <p>It runs in a session of its own, so Ctrl-C in the terminal does not reach it: the program stops it after
 * everything that still asks it. A program that was killed leaves it behind; the next start stops it first, after
 * making sure that it is ours.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String ADMIN = "postgres";
    private static final String NAME = "yiwang";
    private static final int ATTEMPTS = 5;

    private final DataFolder folder;
    private final PostgresProgram program;
    private final int port;
    private final String password;

    private EmbeddedServer(DataFolder folder, PostgresProgram program, int port, String password) {
        this.folder = folder;
        this.program = program;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server of the folder; makes the database if there is none yet.
     *
     * @throws LaunchFailure in one line, if the folder is damaged or of another version, or the server does not start
     */
    static EmbeddedServer start(DataFolder folder, Path programs) {
        return start(folder, programs, false);
    }

    /** As {@link #start(DataFolder, Path)}; {@code demo} says whether it is for the demo city. */
    static EmbeddedServer start(DataFolder folder, Path programs, boolean demo) {
        try {
            if (folder.hasDatabase()) {
                folder.check();
            }
            PostgresProgram program = PostgresProgram.in(programs);
            if (folder.hasDatabase()) {
                stopOrphan(folder, program);
                folder.check();
            }
            UnfinishedDemo.settle(folder, demo);
            if (!folder.hasDatabase()) {
                create(folder, program);
            }
            String password = password(folder);
            EmbeddedServer server = new EmbeddedServer(folder, program, launch(folder, program), password);
            server.ensureDatabase();
            return server;
        } catch (IOException e) {
            throw new LaunchFailure(
                    "The database in " + folder.database() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Address of the database. */
    String url() {
        return url(NAME);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Who the program is to the database: its owner, without power over the server. */
    String user() {
        return NAME;
    }

    /** The password made for this folder. */
    String password() {
        return password;
    }

    /** Stops the server after letting it write everything out. The folder stays locked until the caller closes it. */
    @Override
    public void close() {
        stop(folder, program);
    }

    /** Made under another name first: a start that dies half-way leaves no half-made database. */
    private static void create(DataFolder folder, PostgresProgram program) throws IOException {
        Path fresh = folder.database().resolveSibling("db.new");
        DataFolder.remove(fresh);
        DataFolder.makePrivate(fresh);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path secret = folder.database().resolveSibling("db.password");
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password);
        PostgresProgram.Outcome made = program.run(
                "initdb",
                "--pgdata=" + fresh,
                "--username=" + ADMIN,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (!made.ok()) {
            throw new LaunchFailure("No database could be made in " + folder.database() + ": " + made.lastLine());
        }
        Files.writeString(fresh.resolve("postgresql.conf"), TUNING, java.nio.file.StandardOpenOption.APPEND);
        Files.move(secret, secretIn(fresh));
        Files.deleteIfExists(folder.database());
        Files.move(fresh, folder.database());
    }

    /** Moderate use of memory beside a Java process on a small machine; edit the file to change them. */
    private static final String TUNING = """

            # Yiwang: what suits a city on a small machine.
            max_connections = 100
            shared_buffers = 256MB
            effective_cache_size = 1GB
            work_mem = 8MB
            maintenance_work_mem = 128MB
            max_wal_size = 2GB
            checkpoint_timeout = 15min
            random_page_cost = 1.1
            # A young city grows fast: plans made for a nearly empty table must not last a minute.
            autovacuum_naptime = 15s
            jit = off
            """;

    /** Not open to editing: what durability, secrecy and finding the server depend on. */
    private static Map<String, String> fixed(DataFolder folder, int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("port", Integer.toString(port));
        settings.put("logging_collector", "on");
        settings.put("log_directory", folder.log().toString());
        settings.put("log_filename", "postgresql-%a.log");
        settings.put("log_rotation_age", "1d");
        settings.put("log_rotation_size", "0");
        settings.put("log_truncate_on_rotation", "on");
        return settings;
    }

    private static int launch(DataFolder folder, PostgresProgram program) throws IOException {
        Files.createDirectories(folder.log());
        Path log = folder.log().resolve("postgresql-start.log");
        for (int attempt = 1; ; attempt++) {
            Files.deleteIfExists(log);
            int port = freePort();
            String options = fixed(folder, port).entrySet().stream()
                    .map(s -> "-c " + quoted(s.getKey() + "=" + s.getValue()))
                    .collect(Collectors.joining(" "));
            PostgresProgram.Outcome started = program.run(
                    "pg_ctl",
                    "start",
                    "--pgdata=" + folder.database(),
                    "--log=" + log,
                    "--wait",
                    "--timeout=240",
                    "--options=" + options);
            if (started.ok()) {
                return port;
            }
            String why = reason(log, started);
            if (attempt == ATTEMPTS || !why.contains("TCP/IP sockets")) {
                throw new LaunchFailure("PostgreSQL did not start on " + folder.database() + ": " + why + " (see "
                        + folder.log() + ")");
            }
        }
    }

    private static String reason(Path log, PostgresProgram.Outcome started) throws IOException {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return lines.reversed().stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .findFirst()
                    .map(line -> line.replaceFirst("^.*?(FATAL|PANIC): *", ""))
                    .orElseGet(started::lastLine);
        } catch (NoSuchFileException _) {
            return started.lastLine();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** For the shell through which pg_ctl starts the server. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** The role and the database of the program, made after the first start and found on every later one. */
    private void ensureDatabase() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), ADMIN, password);
                var statement = connection.createStatement()) {
            boolean there;
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                there = found.next();
            }
            if (!there) {
                statement.execute("do $$ begin if not exists (select 1 from pg_roles where rolname = '" + NAME
                        + "') then create role " + NAME + " login password '" + password + "'; end if; end $$");
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        } catch (SQLException e) {
            close();
            throw new LaunchFailure(
                    "PostgreSQL runs on " + folder.database() + " but does not answer: " + e.getMessage(), e);
        }
    }

    /**
     * Stops the server that a killed program left behind. We hold the lock of the folder, so no program uses it; that
     * the process is a PostgreSQL on exactly this folder is checked before it is touched.
     */
    private static void stopOrphan(DataFolder folder, PostgresProgram program) throws IOException {
        Path file = folder.database().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        long pid = lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")
                ? 0
                : Long.parseLong(lines.getFirst().strip());
        ProcessHandle process = pid == 0 ? null : ProcessHandle.of(pid).orElse(null);
        if (process == null) {
            return;
        }
        String executable = process.info().command().orElse("");
        if (executable.isEmpty()) {
            return;
        }
        if (!PostgresProgram.isServer(executable)) {
            log.warn(
                    "postmaster.pid names process {}, which is {}: left from before a restart of the machine, removed",
                    pid,
                    executable);
            Files.delete(file);
            return;
        }
        if (!runsOn(process, lines, folder.database())) {
            throw new LaunchFailure("Process " + pid + " is a PostgreSQL, but not certainly the one of "
                    + folder.database() + ". Look at it, stop it, and start again. Nothing was touched.");
        }
        log.info("A PostgreSQL of an earlier run is still there (process {}): stopping it", pid);
        stop(folder, program);
    }

    /** Whether the process says itself that it serves the folder: by its working folder (Linux) or its arguments. */
    private static boolean runsOn(ProcessHandle process, List<String> pidFile, Path database) throws IOException {
        if (pidFile.size() < 2 || !sameFolder(Path.of(pidFile.get(1)), database)) {
            return false;
        }
        Path working = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (Files.exists(working)) {
            return sameFolder(working, database);
        }
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(database.toString()))
                .orElse(false);
    }

    private static boolean sameFolder(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.isSameFile(one, other);
    }

    private static void stop(DataFolder folder, PostgresProgram program) {
        String database = "--pgdata=" + folder.database();
        if (!program.run("pg_ctl", "stop", database, "--mode=fast", "--wait", "--timeout=60")
                        .ok()
                && Files.exists(folder.database().resolve("postmaster.pid"))) {
            log.warn("PostgreSQL does not stop in good order; stopping it at once, the next start recovers");
            program.run("pg_ctl", "stop", database, "--mode=immediate", "--wait", "--timeout=30");
        }
    }

    private static Path secretIn(Path database) {
        return database.resolve("yiwang.password");
    }

    private static String password(DataFolder folder) throws IOException {
        try {
            return Files.readString(secretIn(folder.database())).strip();
        } catch (NoSuchFileException e) {
            throw new LaunchFailure(
                    "The database in " + folder.database()
                            + " was not made by Yiwang: yiwang.password is missing. Nothing was touched.",
                    e);
        }
    }
}
