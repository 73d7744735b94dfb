package org.yiwang.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which an installation keeps what must outlive it: {@code db} (the database), {@code log},
 * {@code program} (the unpacked PostgreSQL) and {@code lock}. One running program at a time: the lock is the operating
 * system's, so it is gone with the process however that ends.
 */
final class DataFolder implements AutoCloseable {

    private static final List<String> PARTS_OF_A_DATABASE = List.of("base", "global", "pg_wal", "pg_xact");
    private static final int NEWEST_MAJOR = 18;

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /** Opens the folder, made if missing, for this process alone; fails if another process has it open. */
    static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            Path file = root.resolve("lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
                throw new LaunchFailure("The data folder " + root + " is in use by a running Yiwang (process "
                        + Files.readString(file).strip()
                        + "). Stop that one first, or give another folder with --yiwang.data=…");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(root.toRealPath(), channel, lock.get());
        } catch (AccessDeniedException e) {
            throw new LaunchFailure(
                    "The data folder " + root + " cannot be written: no permission for " + e.getFile(), e);
        } catch (IOException e) {
            throw new LaunchFailure("The data folder " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }

    /** Where PostgreSQL keeps the database. */
    Path database() {
        return root.resolve("db");
    }

    /** Where logs go. */
    Path log() {
        return root.resolve("log");
    }

    /** Where the unpacked PostgreSQL lies unless a setting says otherwise. */
    Path program() {
        return root.resolve("program");
    }

    /** Whether a database was made here. */
    boolean hasDatabase() {
        Path database = database();
        if (!Files.exists(database)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(database)) {
            return entries.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Looks at the database without touching it.
     *
     * @throws LaunchFailure if it is damaged, or of a version that the PostgreSQL of this program cannot open
     */
    void check() {
        Path database = database();
        try {
            Path version = database.resolve("PG_VERSION");
            if (!Files.isRegularFile(version)) {
                throw damaged("PG_VERSION is missing");
            }
            String major = Files.readString(version).strip();
            if (!major.matches("\\d{1,3}")) {
                throw damaged("PG_VERSION says \"" + major.lines().findFirst().orElse("") + "\"");
            }
            if (Integer.parseInt(major) != NEWEST_MAJOR) {
                throw new LaunchFailure("The database in " + database + " was written by PostgreSQL " + major + ", "
                        + (Integer.parseInt(major) > NEWEST_MAJOR ? "newer" : "older") + " than the PostgreSQL "
                        + NEWEST_MAJOR + " of this program. Nothing was touched.");
            }
            for (String part : PARTS_OF_A_DATABASE) {
                if (!Files.isDirectory(database.resolve(part))) {
                    throw damaged(part + " is missing");
                }
            }
            Optional<String> fault = ControlFile.fault(database);
            if (fault.isPresent()) {
                throw damaged(fault.get());
            }
        } catch (IOException e) {
            throw damaged(e.toString());
        }
    }

    private LaunchFailure damaged(String what) {
        return new LaunchFailure("The database in " + database() + " is damaged: " + what
                + ". Nothing was touched. Restore it from a backup, or give another folder with --yiwang.data=…");
    }

    /** A new folder that only its owner may enter. */
    static Path makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /** Removes a folder of ours with all that is in it. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Lets the next one in. */
    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
