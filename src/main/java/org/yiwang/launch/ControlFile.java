package org.yiwang.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What {@code global/pg_control} of PostgreSQL 18 says, read without a server: the checksum over it and the segment of
 * the write-ahead log from which a start would recover. A server that met a fault here would have written to the folder
 * before giving up, so it is looked at first.
 */
final class ControlFile {

    private static final int FORMAT_OF_18 = 1800;
    private static final int FORMAT_AT = 8;
    private static final int REDO_AT = 40;
    private static final int TIMELINE_AT = 48;
    private static final int CHECKSUM_AT = 292;
    private static final long SEGMENT_BYTES = 16L << 20;

    private ControlFile() {}

    /** What is wrong with a database folder as far as its control file tells, empty if nothing. */
    static Optional<String> fault(Path folder) throws IOException {
        Path file = folder.resolve("global/pg_control");
        if (!Files.isRegularFile(file)) {
            return Optional.of("global/pg_control is missing");
        }
        ByteBuffer control = read(file);
        // A server that still runs may have been writing just then: a true fault is there the second time too.
        if (!sound(control)) {
            control = read(file);
        }
        if (!sound(control)) {
            return Optional.of("global/pg_control does not match its checksum");
        }
        String segment = segment(control.getInt(TIMELINE_AT), control.getLong(REDO_AT));
        if (!Files.isRegularFile(folder.resolve("pg_wal").resolve(segment))) {
            return Optional.of("pg_wal/" + segment + " is missing, which a start needs");
        }
        return Optional.empty();
    }

    private static ByteBuffer read(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean sound(ByteBuffer control) {
        if (control.capacity() < CHECKSUM_AT + Integer.BYTES) {
            return false;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(control.array(), 0, CHECKSUM_AT);
        return control.getInt(FORMAT_AT) == FORMAT_OF_18 && control.getInt(CHECKSUM_AT) == (int) checksum.getValue();
    }

    /** Name of the file that holds a position of the log: timeline, then the position in two parts, in hex. */
    private static String segment(int timeline, long position) {
        long number = Long.divideUnsigned(position, SEGMENT_BYTES);
        long perPart = (1L << 32) / SEGMENT_BYTES;
        return "%08X%08X%08X".formatted(timeline, number / perPart, number % perPart);
    }
}
