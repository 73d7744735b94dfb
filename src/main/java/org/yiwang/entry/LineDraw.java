package org.yiwang.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.yiwang.kernel.Ids;

/**
 * Puts the lines of a makeup sheet in an order that nobody could choose and everybody can compute again: by the SHA-256 of
 * the seed and the number of the line. The seed is the SHA-256 of a text with the root of the first head of the sealed log
 * after the second person first confirmed lines of the sheet, and of the sheet's number: one seed for each sheet.
 */
final class LineDraw {

    private LineDraw() {}

    /** The seed: SHA-256 in hex of three lines, each ended by a line feed. */
    static String seed(String headRoot, long sheetId) {
        return sha256("yiwang makeup v1\n" + headRoot + "\n" + Ids.text(sheetId) + "\n");
    }

    /** The lines in the order in which they are drawn. */
    static List<EntryLine> order(String seed, Collection<EntryLine> lines) {
        record Placed(EntryLine line, String place) {}
        return lines.stream()
                .map(line -> new Placed(line, sha256(seed + "\n" + Ids.text(line.id()))))
                .sorted(Comparator.comparing(Placed::place))
                .map(Placed::line)
                .toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
