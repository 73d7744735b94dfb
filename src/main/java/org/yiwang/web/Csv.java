package org.yiwang.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table that spreadsheets open: comma-separated, UTF-8 with the mark that Excel needs. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe.
 */
public final class Csv {

    private final StringBuilder text = new StringBuilder("\uFEFF");

    /** A table with these headings. */
    public Csv(Stream<String> headings) {
        row(headings);
    }

    /** Adds a row. */
    public Csv row(Stream<String> cells) {
        text.append(cells.map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
        return this;
    }

    /** Adds a row. */
    public Csv row(List<String> cells) {
        return row(cells.stream());
    }

    /** The table as a file of that name to be saved, and kept nowhere on the way. */
    public ResponseEntity<byte[]> file(String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** One cell, in quotation marks. */
    public static String cell(String text) {
        String harmless = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
