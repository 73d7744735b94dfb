package org.yiwang.paper;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Writes and reads 100,000 lines in every kind and ends badly if one is lost; {@link LargeFileTest} runs it in a small heap. */
final class LargeFile {

    private static final int LINES = 100_000;

    private LargeFile() {}

    public static void main(String[] args) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/paper");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Headings headings = new Headings(messages);
        for (TableFile.Format format : TableFile.Format.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
            try (TableWriter table = TableWriter.of(format, out)) {
                table.row(headings.row(Locale.SIMPLIFIED_CHINESE));
                for (int i = 0; i < LINES; i++) {
                    table.row(List.of(
                            "0SA4N2HM24C7Z",
                            "社区清洁日",
                            "志愿者" + i,
                            "4201022600" + i,
                            "",
                            "2026-11-21",
                            "09:00",
                            "11:30",
                            ""));
                }
            }
            byte[] file = out.toByteArray();
            long[] sum = new long[1];
            LineReader reader = new LineReader(
                    headings, LINES, line -> sum[0] += line.name().length());
            TableFile.read(TableFile.formatOf(file), file, reader);
            if (reader.count() != LINES || sum[0] == 0) {
                throw new IllegalStateException(format + ": " + reader.count() + " of " + LINES + " lines");
            }
        }
    }
}
