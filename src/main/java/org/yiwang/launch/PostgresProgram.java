package org.yiwang.launch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL that the jar carries, unpacked: {@code initdb}, {@code pg_ctl} and {@code postgres} with what they
 * need. PostgreSQL refuses to run as root; there it is run inside a user namespace of its own ({@code unshare -U}), in
 * which the same files belong to an ordinary user.
 */
final class PostgresProgram {

    /** The archive in the jar for Linux on x86-64; the other names follow its pattern. */
    private static final String ARCHIVE = "/postgres-%s-%s.txz";

    private static final String READY_MARK = "unpacked";

    private final Path home;
    private final List<String> prefix;

    private PostgresProgram(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /** The program, unpacked below the folder if it is not there yet. Several processes may do this at once. */
    static PostgresProgram in(Path folder) {
        try {
            return new PostgresProgram(unpack(folder), asOrdinaryUser());
        } catch (IOException e) {
            throw new LaunchFailure("PostgreSQL cannot be unpacked to " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Path unpack(Path folder) throws IOException {
        String archive = archive();
        URL resource = PostgresProgram.class.getResource(archive);
        if (resource == null) {
            throw new LaunchFailure("This build carries no PostgreSQL for "
                    + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                    + ". Give a database of your own with --spring.datasource.url=…");
        }
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        try (InputStream packed = connection.getInputStream()) {
            // The size tells releases apart; it is the one thing known without reading 15 MB.
            Path home = folder.resolve("postgresql-" + connection.getContentLengthLong());
            if (Files.exists(home.resolve(READY_MARK))) {
                return home.toRealPath();
            }
            Files.createDirectories(folder);
            Path fresh = Files.createTempDirectory(folder, "unpacking-");
            extract(packed, fresh);
            Files.createFile(fresh.resolve(READY_MARK));
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            try {
                Files.move(fresh, home);
            } catch (IOException e) {
                DataFolder.remove(fresh);
                if (!Files.exists(home.resolve(READY_MARK))) {
                    throw e;
                }
            }
            return home.toRealPath();
        }
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return ARCHIVE.formatted(system, machine);
    }

    private static void extract(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private static List<String> asOrdinaryUser() throws IOException {
        if (!isRoot()) {
            return List.of();
        }
        List<String> prefix = List.of("unshare", "-U");
        if (runs(List.of("unshare", "-U", "true"))) {
            return prefix;
        }
        throw new LaunchFailure(
                "PostgreSQL does not run as root, and this system does not allow the user namespace that"
                        + " would make it an ordinary user. Start Yiwang as an ordinary user, or give a database of your own"
                        + " with --spring.datasource.url=…");
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                ? (int) Files.getAttribute(self, "unix:uid") == 0
                : "root".equals(System.getProperty("user.name"));
    }

    private static boolean runs(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether a process, named by the path of what it runs, is a server of PostgreSQL. */
    static boolean isServer(String executable) {
        return Path.of(executable.replace(" (deleted)", "")).endsWith("postgres");
    }

    /**
     * Runs one of the programs to its end.
     *
     * @return what it printed, with how it ended
     */
    Outcome run(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Outcome(false, printed);
            }
            return new Outcome(process.exitValue() == 0, printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while waiting for " + program, e);
        }
    }

    /**
     * How a program ended.
     *
     * @param ok whether it did what it was asked
     * @param printed all that it printed
     */
    record Outcome(boolean ok, String printed) {

        /** The last line that says something. */
        String lastLine() {
            return printed.lines()
                    .filter(line -> !line.isBlank())
                    .reduce((a, b) -> b)
                    .orElse("no word")
                    .strip();
        }
    }
}
