package org.yiwang.paper;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.yiwang.kernel.Refusal;

/** Rows of a text file: UTF-8, GBK as spreadsheets save in China, or UTF-16 with its mark; by comma, semicolon or tab. */
final class TextRows {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final int LONGEST_FIELD = 100_000;
    private static final int CHECKED_AT_ONCE = 8192;

    private TextRows() {}

    static void read(byte[] file, TableFile.Rows rows) {
        Charset charset = charset(file);
        int mark = mark(file, charset);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(file, mark, charset))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(
                        new InputStreamReader(new ByteArrayInputStream(file, mark, file.length - mark), charset))) {
            for (CsvRecord row : csv) {
                rows.row((int) row.getStartingLineNumber(), row.getFields());
            }
        } catch (CsvParseException _) {
            throw new Refusal(PaperProblem.BROKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charset charset(byte[] file) {
        if (file.length > 1 && file[0] == (byte) 0xff && file[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (file.length > 1 && file[0] == (byte) 0xfe && file[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        for (byte one : file) {
            if (one == 0) {
                throw new Refusal(PaperProblem.KIND);
            }
        }
        if (isWritten(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (isWritten(file, CHINESE)) {
            return CHINESE;
        }
        throw new Refusal(PaperProblem.KIND);
    }

    private static int mark(byte[] file, Charset charset) {
        if (charset == StandardCharsets.UTF_16LE || charset == StandardCharsets.UTF_16BE) {
            return 2;
        }
        boolean marked = file.length > 2 && file[0] == (byte) 0xef && file[1] == (byte) 0xbb && file[2] == (byte) 0xbf;
        return marked ? 3 : 0;
    }

    /** Whether all bytes are characters of the charset; decoded piece by piece into one small buffer. */
    private static boolean isWritten(byte[] file, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(file);
        CharBuffer out = CharBuffer.allocate(CHECKED_AT_ONCE);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
    }

    /** What separates the headings. */
    private static char separator(byte[] file, int from, Charset charset) {
        String start = new String(file, from, Math.min(file.length - from, 2000), charset);
        String first = start.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char one : new char[] {';', '\t'}) {
            if (count(first, one) > count(first, best)) {
                best = one;
            }
        }
        return best;
    }

    private static long count(String text, char one) {
        return text.chars().filter(c -> c == one).count();
    }
}
