package org.yiwang.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The divisions of 2023 as packed by {@code scripts/pack-divisions.py}, which describes the form. Read by streaming;
 * never held as a whole.
 */
final class DivisionFile {

    private static final String RESOURCE = "/region/divisions-2023.txt.gz";
    private static final int[] SUFFIX_LENGTHS = {2, 2, 2, 3};

    private DivisionFile() {}

    /** Who is told of every division, in the order of codes, so parents before children. */
    @FunctionalInterface
    interface Reader {
        void division(String code, String name) throws IOException;
    }

    /** Reads the whole file. */
    static void read(Reader to) {
        try (InputStream packed = Objects.requireNonNull(DivisionFile.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed, 1 << 16), Charset.forName("GB18030")))) {
            String[] prefix = {"", "", "", "", ""};
            int community = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.charAt(0) == '\t') {
                    int level = line.lastIndexOf('\t');
                    int name = level + 1 + SUFFIX_LENGTHS[level];
                    String code = prefix[level] + line.substring(level + 1, name);
                    prefix[level + 1] = code;
                    community = 0;
                    to.division(code, unpack(line.substring(name)));
                } else {
                    int space = line.indexOf(' ');
                    community += space == 0 ? 1 : Integer.parseInt(line, 0, space, 10);
                    String suffix = Integer.toString(1000 + community).substring(1);
                    to.division(prefix[4] + suffix, unpack(line.substring(space + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unpack(String name) {
        String ending = switch (name.charAt(name.length() - 1)) {
            case '!' -> "社区居民委员会";
            case '#' -> "社区居委会";
            case '$' -> "村民委员会";
            case '%' -> "村委会";
            case '&' -> "居民委员会";
            case '*' -> "居委会";
            default -> "";
        };
        return ending.isEmpty() ? name : name.substring(0, name.length() - 1) + ending;
    }
}
