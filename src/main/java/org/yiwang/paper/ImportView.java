package org.yiwang.paper;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The statement of an import: who brought what, who confirmed it, and what became of its lines.
 *
 * @param id its id
 * @param organizationId whose activities its lines are about, or those of bodies below
 * @param ancestors that organization and all above it
 * @param region where that organization is
 * @param kind a file, or lines typed from sheets
 * @param activityId the activity whose sheets they are, null for a file
 * @param fileName the file's name, or the activity's
 * @param format kind of file; refused lines come back in it
 * @param fileHash SHA-256 of the file, in hexadecimal
 * @param state where it stands
 * @param madeBy account that brought it
 * @param madeAt when
 * @param decidedBy account that confirmed it or turned it down, null until then
 * @param decidedAt when
 * @param decidedWhy why it was turned down
 * @param finishedAt when its last line was done
 * @param lines lines filled in
 * @param taken lines that made a record
 * @param known lines that had made one before
 * @param held records among those taken that wait because a day is too long
 * @param refused lines refused, with their reasons
 * @param minutes minutes of the lines that could be read
 * @param scan kind of the scan of the signed sheets, {@code jpeg} or {@code pdf}, null while there is none
 * @param scanHash which file the scan is, SHA-256 in hexadecimal; null while there is none
 */
public record ImportView(
        long id,
        long organizationId,
        List<Long> ancestors,
        String region,
        Kind kind,
        @Nullable Long activityId,
        String fileName,
        String format,
        String fileHash,
        State state,
        long madeBy,
        Instant madeAt,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedWhy,
        @Nullable Instant finishedAt,
        int lines,
        int taken,
        int known,
        int held,
        int refused,
        long minutes,
        @Nullable String scan,
        @Nullable String scanHash) {

    /** When it was confirmed, of one that was: its lines are taken by the rules of that moment. */
    Instant confirmedAt() {
        return Objects.requireNonNull(decidedAt);
    }

    /** Lines that are through, whatever became of them. */
    public int done() {
        return taken + known + refused;
    }

    /** Lines that are still to be done. */
    public int left() {
        return lines - done();
    }

    /** How far it is, 0 to 100. */
    public int percent() {
        return lines == 0 ? 0 : (int) (100L * done() / lines);
    }

    /** Lines a second since it was confirmed, 0 while that cannot be said. */
    public long speed(Instant now) {
        Instant end = finishedAt == null ? now : finishedAt;
        long millis = decidedAt == null ? 0 : end.toEpochMilli() - decidedAt.toEpochMilli();
        return millis <= 0 ? 0 : (taken + known) * 1000L / millis;
    }

    /** What an import is made of. */
    public enum Kind {
        /** A file. */
        FILE,
        /** Lines typed from printed sheets. */
        SHEET
    }

    /** Where an import stands. */
    public enum State {
        /** Lines of a sheet are being typed. */
        OPEN,
        /** Waits for a second person. */
        WAITING,
        /** Confirmed; its lines are being taken in the background. */
        RUNNING,
        /** All lines are through. */
        DONE,
        /** The second person said no. */
        TURNED_DOWN,
        /** Taken back by the one who brought it. */
        WITHDRAWN
    }
}
