package org.yiwang.entry;

/**
 * How many people of a makeup sheet are called when the organization is above its share (rule {@code entry.makeup-sample};
 * domain F18, §6: at most 5 % before sampling).
 *
 * @param percent so many of a hundred are drawn
 * @param atLeast but at least so many
 * @param atMost and at most so many
 * @param confirmedPercent so many of a hundred of them confirm before those are approved who were not drawn
 */
record MakeupSampleRule(int percent, int atLeast, int atMost, int confirmedPercent) {

    static final String KEY = "entry.makeup-sample";

    /** How many are drawn of so many. */
    int size(int lines) {
        return Math.min(lines, Math.clamp(roundUp(lines * percent), atLeast, atMost));
    }

    /** How many have to confirm. */
    int needed(int lines) {
        return roundUp(size(lines) * confirmedPercent);
    }

    private static int roundUp(int hundredths) {
        return (hundredths + 99) / 100;
    }
}
