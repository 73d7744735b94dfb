package org.yiwang.paper;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.yiwang.kernel.Period;

/**
 * What makes two lines the same line, on whatever sheet and in whatever file: person, shift, from and to. 64 bits of a
 * SHA-256; they only need to differ among the lines of one person.
 */
final class SourceIds {

    private SourceIds() {}

    static long of(long volunteerId, long activityId, long shiftId, Period span) {
        ByteBuffer text = ByteBuffer.allocate(40)
                .putLong(volunteerId)
                .putLong(activityId)
                .putLong(shiftId)
                .putLong(span.start().getEpochSecond())
                .putLong(span.end().getEpochSecond());
        return ByteBuffer.wrap(sha256(text.array())).getLong();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
