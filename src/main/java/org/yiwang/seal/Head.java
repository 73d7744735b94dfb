package org.yiwang.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What the city signed: so many leaves, with this root, at this moment.
 *
 * @param origin which log
 * @param size how many leaves
 * @param root of the tree over them
 * @param at when, to the millisecond
 * @param keyId the key that signed
 * @param signature over {@link #signedText()} in UTF-8; never changed
 */
public record Head(String origin, long size, Hash root, Instant at, String keyId, byte[] signature) {

    /** The text that is signed: five lines. */
    public String signedText() {
        return signedText(origin, size, root, at);
    }

    static String signedText(String origin, long size, Hash root, Instant at) {
        return "yiwang log v1\n" + origin + "\n" + size + "\n" + root + "\n" + at.toEpochMilli() + "\n";
    }

    /** Whether this key signed this head. */
    public boolean isSignedBy(PublicKey key) {
        return key.id().equals(keyId) && key.verifies(signedText().getBytes(StandardCharsets.UTF_8), signature);
    }
}
