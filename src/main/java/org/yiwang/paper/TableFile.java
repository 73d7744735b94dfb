package org.yiwang.paper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.yiwang.kernel.Refusal;

/** A file told by its content, read row by row: nothing of it is held but the file itself and the row at hand. */
final class TableFile {

    /** What one file may have; larger uploads end before they get here. */
    static final int MOST_BYTES = 25 * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final List<String> OTHERS = List.of("%PDF-", "{\\rtf", "<html", "<!doct", "<?xml", "Rar!", "7z");

    private TableFile() {}

    /** The kind of file; refuses what is neither a workbook nor text. */
    static Format formatOf(byte[] file) {
        if (file.length == 0) {
            throw new Refusal(PaperProblem.EMPTY);
        }
        if (file.length > MOST_BYTES) {
            throw new Refusal(PaperProblem.TOO_LARGE, MOST_BYTES / (1024 * 1024));
        }
        if (begins(file, ZIP)) {
            return Format.XLSX;
        }
        if (begins(file, OLD_OFFICE)) {
            throw new Refusal(PaperProblem.OLD_KIND);
        }
        String start = new String(file, 0, Math.min(file.length, 16), StandardCharsets.ISO_8859_1).strip();
        if (OTHERS.stream().anyMatch(other -> start.regionMatches(true, 0, other, 0, other.length()))) {
            throw new Refusal(PaperProblem.KIND);
        }
        return Format.CSV;
    }

    /** Gives the rows in order; refuses what is damaged or more than a table. */
    static void read(Format format, byte[] file, Rows rows) {
        switch (format) {
            case XLSX -> {
                WorkbookGuard.require(file);
                WorkbookRows.read(file, rows);
            }
            case CSV -> TextRows.read(file, rows);
        }
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    /** Kinds of files. */
    enum Format {
        /** Workbook of Office Open XML. */
        XLSX,
        /** Text with a row in each line. */
        CSV
    }

    /** Takes rows. */
    @FunctionalInterface
    interface Rows {

        /**
         * A row.
         *
         * @param no its number, as a spreadsheet counts
         * @param cells its cells; the last ones may be missing
         */
        void row(int no, List<String> cells);
    }
}
