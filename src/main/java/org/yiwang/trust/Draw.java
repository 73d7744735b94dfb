package org.yiwang.trust;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;

/**
 * Draws a sample that everybody can draw again. The seed is the SHA-256 of a text with the root of a published head of the
 * sealed log that nobody knew while the records were made. Each record has a place in line: the SHA-256 of the seed and the
 * id it had before any correction, so that a correction gives nobody another place. First comes the first record of every organization, so that none escapes, then all others; from each group in line.
 */
final class Draw {

    private Draw() {}

    /** The seed: SHA-256 in hex of four lines, each ended by a line feed. */
    static String seed(String headRoot, YearMonth month, RegionCode region) {
        return sha256("yiwang sample v1\n" + headRoot + "\n" + month + "\n" + region + "\n");
    }

    /** The place of a record in line. */
    static String place(String seed, long recordId) {
        return sha256(seed + "\n" + Ids.text(recordId));
    }

    /** Those drawn, in the order in which they were drawn. */
    static List<Ticket> draw(String seed, List<Ticket> tickets, int size) {
        record Placed(Ticket ticket, String place) {}
        List<Placed> line = tickets.stream()
                .map(t -> new Placed(t, place(seed, t.recordId())))
                .sorted(Comparator.comparing(Placed::place))
                .toList();
        List<Ticket> first = new ArrayList<>();
        List<Ticket> others = new ArrayList<>();
        Set<Long> organizations = new HashSet<>();
        line.forEach(p -> (organizations.add(p.ticket.organizationId()) ? first : others).add(p.ticket));
        first.addAll(others);
        return List.copyOf(first.subList(0, Math.min(size, first.size())));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A record that can be drawn.
     *
     * @param recordId the record; of a corrected one the first
     * @param organizationId who organized it
     */
    record Ticket(long recordId, long organizationId) {}
}
