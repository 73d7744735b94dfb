package org.yiwang.volunteer;

/**
 * What is accepted as a picture (rule {@code volunteer.pictures}).
 *
 * @param mostBytes largest file
 * @param mostPixels width times height beyond which a file is not taken apart: it could be made to fill the memory
 * @param leastSide pixels of the shorter side below which nothing can be read
 * @param longestSide pixels to which the longer side of a document is scaled down
 * @param portraitSide pixels to which the longer side of a portrait is scaled down
 * @param keepDays days for which pictures of a document are kept after the decision about it, for an appeal
 */
record PictureRule(int mostBytes, long mostPixels, int leastSide, int longestSide, int portraitSide, int keepDays) {

    static final String KEY = "volunteer.pictures";

    /** The largest file in whole megabytes, for the message. */
    int mostMegabytes() {
        return mostBytes / (1024 * 1024);
    }
}
