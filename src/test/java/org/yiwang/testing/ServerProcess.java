package org.yiwang.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The program as a process of its own, started as {@code serve} with its embedded PostgreSQL, durability on, on a port
 * and a data folder of its own. For tests that kill it.
 *
 * <pre>{@code
 * try (ServerProcess server = ServerProcess.start("--yiwang.demo=true")) {
 *     … requests to server.address("/sign-in") …
 *     server.kill9();
 *     server.restart();   // same folder, same port
 * }
 * }</pre>
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @Nullable
    private static StartArchive archive;

    private final Path folder;
    private final int port;
    private final List<String> java;
    private final List<String> settings;
    private final Path output;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    @Nullable
    private Process process;

    private ServerProcess(Path folder, List<String> java, List<String> settings) throws IOException {
        this.folder = folder;
        this.port = freePort();
        this.java = java;
        this.settings = settings;
        this.output = folder.resolveSibling(folder.getFileName() + ".log");
    }

    /**
     * Starts one on a fresh folder and waits until it is ready; settings as on the command line. The folder is a copy of the
     * one that a first start from nothing has left ({@link StartArchive}).
     */
    public static ServerProcess start(String... settings) {
        ServerProcess server = begin(settings);
        server.awaitReady();
        return server;
    }

    /** Starts one on a fresh folder without waiting for it. */
    public static ServerProcess begin(String... settings) {
        try {
            StartArchive ready = archive();
            Path folder = Files.createTempDirectory(TARGET.resolve("servers"), "s");
            if (Arrays.stream(settings).noneMatch(setting -> setting.startsWith("--spring.datasource.url="))) {
                Folders.copy(ready.data(), folder);
            }
            ServerProcess server = new ServerProcess(folder, java(ready.jar(), ready.use()), List.of(settings));
            server.launch();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again on the same folder and port, and waits until it is ready. */
    public void restart() {
        launch();
        awaitReady();
    }

    /** Ends the process as a power cut would, without a word; its PostgreSQL is left behind, as in life. */
    public void kill9() {
        Process running = running();
        running.destroyForcibly();
        await(running, Duration.ofSeconds(30));
    }

    /** Ends the process as Ctrl-C would, and waits until it is gone. */
    public void stop() {
        Process running = running();
        running.destroy();
        if (!await(running, Duration.ofSeconds(90))) {
            throw new AssertionError("the server does not stop:\n" + tail());
        }
    }

    /** Address of a path on the server. */
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The port it serves on. */
    public int port() {
        return port;
    }

    /** Its data folder. */
    public Path folder() {
        return folder;
    }

    /** Whether the process lives. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Its database, also while only PostgreSQL runs; ask again after a restart, the port is then another. */
    public DataSource database() {
        try {
            Path database = folder.resolve("db");
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setServerNames(new String[] {"127.0.0.1"});
            source.setPortNumbers(new int[] {
                Integer.parseInt(Files.readAllLines(database.resolve("postmaster.pid"))
                        .get(3)
                        .strip())
            });
            source.setDatabaseName("yiwang");
            source.setUser("yiwang");
            source.setPassword(Files.readString(database.resolve("yiwang.password")));
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Process id of its PostgreSQL. */
    public long databasePid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(folder.resolve("db/postmaster.pid")).getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it printed last, for messages of failing tests. */
    public String tail() {
        try {
            List<String> lines = Files.readAllLines(output);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Stops it, with the PostgreSQL that a kill may have left, and removes the folder. */
    @Override
    public void close() {
        if (isAlive()) {
            stop();
        }
        Path pidFile = folder.resolve("db/postmaster.pid");
        if (Files.exists(pidFile)) {
            ProcessHandle.of(databasePid()).ifPresent(orphan -> {
                orphan.destroyForcibly();
                orphan.onExit().join();
            });
        }
        http.close();
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tries to start a second program on the folder, waits for its end and tells what came of it. */
    public SecondStart startAnotherOnTheSameFolder() {
        try {
            return outcome(command(freePort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What came of a start that ended by itself.
     *
     * @param code with which it ended
     * @param said all that it printed
     */
    public record SecondStart(int code, String said) {}

    /** Starts the process without waiting for it. */
    public void launch() {
        if (isAlive()) {
            throw new IllegalStateException("it runs already");
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("YIWANG_"));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(int servingPort) {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(
                "serve",
                "--server.port=" + servingPort,
                "--yiwang.data=" + folder,
                "--yiwang.postgresql=" + TARGET.resolve("postgresql")));
        command.addAll(settings);
        return command;
    }

    private static synchronized StartArchive archive() {
        StartArchive ready = archive;
        if (ready == null) {
            ready = StartArchive.of(
                    classPath()
                            .filter(ServerProcess::isProgram)
                            .findFirst()
                            .map(Path::of)
                            .orElseThrow(),
                    TARGET.resolve("servers"),
                    ServerProcess::train);
            archive = ready;
        }
        return ready;
    }

    private static List<String> java(Path program, List<String> sharing) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8"));
        command.addAll(sharing);
        command.addAll(List.of(
                "-cp",
                Stream.concat(Stream.of(program.toString()), classPath().filter(entry -> !isProgram(entry)))
                        .collect(Collectors.joining(File.pathSeparator)),
                "org.yiwang.Yiwang"));
        return command;
    }

    /** One start and end, with a page between, after which the archive is written. */
    private static void train(StartArchive made) {
        try (ServerProcess server = new ServerProcess(
                Files.createTempDirectory(TARGET.resolve("servers"), "s"),
                java(made.jar(), made.write()),
                List.of("--yiwang.jobs=false"))) {
            server.launch();
            server.awaitReady();
            server.http.send(HttpRequest.newBuilder(server.address("/")).build(), BodyHandlers.discarding());
            server.stop();
            Folders.copy(server.folder, made.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command that ends by itself, such as {@code import regions}, and tells what came of it. */
    public static SecondStart run(String... words) {
        StartArchive ready = archive();
        List<String> command = java(ready.jar(), ready.use());
        command.addAll(List.of(words));
        return outcome(command);
    }

    private static SecondStart outcome(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            await(process, PATIENCE);
            return new SecondStart(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers that it is ready; fails at once when the process ends instead. */
    public void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long pause = TimeUnit.MILLISECONDS.toNanos(50);
        while (System.nanoTime() < end) {
            if (!isAlive()) {
                throw new AssertionError("the server ended instead of starting:\n" + tail());
            }
            if (answersReady()) {
                return;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 3 / 2, TimeUnit.MILLISECONDS.toNanos(500));
        }
        throw new AssertionError("the server is not ready after " + PATIENCE + ":\n" + tail());
    }

    private boolean answersReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(address("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the tests run on, without their own classes: those would be taken for parts of the program. */
    private static Stream<String> classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator)).filter(entry -> !isFolder(entry, "test-classes"));
    }

    private static boolean isProgram(String entry) {
        return isFolder(entry, "classes");
    }

    private static boolean isFolder(String entry, String name) {
        return Path.of(entry).endsWith(name);
    }

    private Process running() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            throw new IllegalStateException("it does not run:\n" + tail());
        }
        return running;
    }

    private static boolean await(Process running, Duration patience) {
        try {
            return running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
