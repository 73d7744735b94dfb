package org.yiwang.paper;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table written row by row into a stream; what was written is not held. */
abstract class TableWriter implements AutoCloseable {

    /** What spreadsheets take for the beginning of a formula. */
    static final String FORMULA = "=+-@\t\r";

    /** A writer of that kind of file. The first row is the headings. */
    static TableWriter of(TableFile.Format format, OutputStream out) {
        return switch (format) {
            case XLSX -> new OfWorkbook(out);
            case CSV -> new OfText(out);
        };
    }

    /** Writes a row. */
    abstract void row(List<String> cells);

    /** Ends the table; the stream stays open. */
    @Override
    public abstract void close();

    /** Rows of a workbook; all cells are text, so that no spreadsheet rounds a number. */
    private static final class OfWorkbook extends TableWriter {

        private static final int FLUSH = 500;
        private static final double[] WIDTHS = {17, 28, 12, 21, 23, 13, 18, 18, 44};

        private final Workbook book;
        private final Worksheet sheet;
        private int next;

        OfWorkbook(OutputStream out) {
            this.book = new Workbook(out, "Yiwang", "1.0");
            this.sheet = book.newWorksheet("1");
            for (int i = 0; i < WIDTHS.length; i++) {
                sheet.width(i, WIDTHS[i]);
                sheet.style(i).format("@").set();
            }
            sheet.freezePane(0, 1);
        }

        @Override
        void row(List<String> cells) {
            for (int i = 0; i < cells.size(); i++) {
                sheet.inlineString(next, i, cells.get(i));
                if (next == 0) {
                    sheet.style(next, i).bold().fillColor("F2F2F2").set();
                } else {
                    sheet.style(next, i).format("@").set();
                }
            }
            next++;
            if (next % FLUSH == 0) {
                try {
                    sheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public void close() {
            try {
                book.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Rows of text: UTF-8 with the mark that spreadsheets need. */
    private static final class OfText extends TableWriter {

        private final Writer out;

        OfText(OutputStream out) {
            this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            write("\uFEFF");
        }

        @Override
        void row(List<String> cells) {
            for (int i = 0; i < cells.size(); i++) {
                write(i == 0 ? "\"" : ",\"");
                String text = cells.get(i);
                boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
                write((formula ? "'" + text : text).replace("\"", "\"\""));
                write("\"");
            }
            write("\r\n");
        }

        @Override
        public void close() {
            try {
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void write(String text) {
            try {
                out.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
