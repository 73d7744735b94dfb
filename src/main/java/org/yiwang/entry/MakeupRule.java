package org.yiwang.entry;

/**
 * What is asked of makeup (rule {@code entry.makeup}).
 *
 * @param withinDays days after the shift within which it may be asked for
 * @param mostMegabytes size of the scanned proof
 * @param mostPages pages of a PDF
 * @param longestSide pixels to which a picture is scaled down
 * @param keepDays days for which the proof is kept
 */
record MakeupRule(int withinDays, int mostMegabytes, int mostPages, int longestSide, int keepDays) {

    static final String KEY = "entry.makeup";

    int mostBytes() {
        return mostMegabytes * 1024 * 1024;
    }
}
