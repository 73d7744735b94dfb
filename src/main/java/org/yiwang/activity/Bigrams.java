package org.yiwang.activity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Pairs of neighbouring characters: what makes Chinese text searchable without a dictionary, down to words of two
 * characters, where trigrams find nothing.
 */
final class Bigrams {

    private Bigrams() {}

    /** The text as it is searched: full-width letters and digits made narrow, small letters, single spaces. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    /** The words of a plain text. */
    static List<String> words(String plain) {
        return Arrays.stream(plain.split(" ")).filter(w -> !w.isEmpty()).toList();
    }

    /** All pairs within the words of a plain text. */
    static Set<String> of(String plain) {
        Set<String> pairs = new LinkedHashSet<>();
        for (String word : words(plain)) {
            int[] points = word.codePoints().toArray();
            for (int i = 0; i + 1 < points.length; i++) {
                pairs.add(new String(points, i, 2));
            }
        }
        return pairs;
    }
}
