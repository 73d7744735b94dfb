package org.yiwang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.yiwang.testing.PaperCity;
import org.yiwang.testing.TestPictures;

/**
 * Fills the database of a running server for {@code bench/run p6}: 10,000 people, 100 teams below one body, 100 activities
 * a day with 100 people each, and the files that say when they came and left. Not a test: it runs only when the benchmark
 * names the server's data folder.
 */
@EnabledIfSystemProperty(named = "bench.lines", matches = "[0-9]+")
class PrepareImportBench {

    private static final int LINES = Integer.getInteger("bench.lines", 1_000_000);
    private static final int LINES_OF_A_FILE = 200_000;
    private static final int LINES_OF_A_WORKBOOK = 100_000;

    private final Path data = Path.of(System.getProperty("bench.data"));
    private final Path out = Path.of(System.getProperty("bench.out"));
    private final PaperCity city = new PaperCity(BenchData.database(data), LINES / PaperCity.PEOPLE);
    private int line;

    @Nullable
    private BufferedWriter text;

    @Test
    void people_teams_activities_and_files() throws IOException {
        assertThat(LINES % PaperCity.PEOPLE).as("lines come by 10,000").isZero();
        city.fill();
        Files.createDirectories(out);
        write();
        Files.writeString(out.resolve("first.token"), city.token(data.resolve("keys"), 1) + "\n");
        Files.writeString(out.resolve("second.token"), city.token(data.resolve("keys"), 2) + "\n");
        Files.write(out.resolve("scan.png"), TestPictures.png(300, 400));
        Files.writeString(out.resolve("organization"), PaperCity.organization() + "\n");
        assertThat(out.resolve("import-1.csv")).isNotEmptyFile();
    }

    /** The same lines as texts of at most 200,000 lines, and the first 100,000 of them as a workbook. */
    private void write() throws IOException {
        try (OutputStream file = Files.newOutputStream(out.resolve("import.xlsx"));
                Workbook book = new Workbook(file, "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("1");
            row(sheet, 0, PaperCity.HEADINGS.split(","));
            city.lines(cells -> write(sheet, cells));
        }
        if (text != null) {
            text.close();
        }
    }

    private void write(Worksheet sheet, String[] cells) {
        try {
            if (line % LINES_OF_A_FILE == 0) {
                text = next(text, line / LINES_OF_A_FILE + 1);
            }
            Objects.requireNonNull(text).write(String.join(",", cells) + "\n");
            line++;
            if (line <= LINES_OF_A_WORKBOOK) {
                row(sheet, line, cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedWriter next(@Nullable BufferedWriter before, int number) throws IOException {
        if (before != null) {
            before.close();
        }
        BufferedWriter file = Files.newBufferedWriter(out.resolve("import-" + number + ".csv"));
        file.write(PaperCity.HEADINGS + "\n");
        return file;
    }

    private static void row(Worksheet sheet, int no, String[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            sheet.inlineString(no, i, cells[i]);
        }
        if (no % 500 == 499) {
            sheet.flush();
        }
    }
}
