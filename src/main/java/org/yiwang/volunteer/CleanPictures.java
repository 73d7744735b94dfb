package org.yiwang.volunteer;

import org.springframework.stereotype.Component;

/**
 * Makes pictures harmless that people send to other modules: told by content, decoded under limits, drawn anew as JPEG
 * without where, when and by what they were taken.
 */
@Component
public class CleanPictures {

    private final Pictures pictures;

    CleanPictures(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Whether the first bytes are those of a JPEG or PNG. */
    public static boolean looksLikePicture(byte[] raw) {
        return raw.length > 3
                && ((raw[0] & 0xff) == 0xff && (raw[1] & 0xff) == 0xd8 || (raw[0] & 0xff) == 0x89 && raw[1] == 'P');
    }

    /**
     * A clean JPEG. Refuses with {@code volunteer.picture-…} whatever is no picture that can be looked at, and who has sent
     * the hour's number already.
     *
     * @param longestSide pixels to which the longer side is scaled down
     * @param mostBytes largest file
     */
    public byte[] clean(long accountId, byte[] raw, int longestSide, int mostBytes) {
        return pictures.clean(accountId, raw, longestSide, mostBytes);
    }
}
