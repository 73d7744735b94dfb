package org.yiwang.organization;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Text made findable without a dictionary: folded (NFKC, small letters, single spaces) and cut into single characters
 * and pairs. Chinese words mostly have two characters, which trigram indexes cannot find.
 *
 * @param folded the text itself, for the exact check
 * @param grams characters and pairs, for the index
 */
record SearchText(String folded, String[] grams) {

    static SearchText of(String text) {
        String folded = fold(text);
        return new SearchText(folded, grams(folded));
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** What a query asks the index for: its pairs, or the character itself if it is only one. */
    static String[] wanted(String query) {
        int[] points = fold(query).codePoints().toArray();
        if (points.length == 1) {
            return new String[] {Character.toString(points[0])};
        }
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(new String(points, i, 2));
        }
        return pairs.toArray(String[]::new);
    }

    private static String[] grams(String folded) {
        int[] points = folded.codePoints().toArray();
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i < points.length; i++) {
            grams.add(Character.toString(points[i]));
            if (i + 1 < points.length) {
                grams.add(new String(points, i, 2));
            }
        }
        return grams.toArray(String[]::new);
    }
}
