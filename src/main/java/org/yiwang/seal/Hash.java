package org.yiwang.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 value of the tree. Leaves and inner nodes are hashed with different first bytes, so that no node can pass for a
 * leaf (RFC 9162 section 2.1.1).
 *
 * @param bytes 32 of them; never changed
 */
public record Hash(byte[] bytes) {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** The hash of these 32 bytes; others are refused as a fault of the caller. */
    public Hash {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(bytes.length + " bytes are no hash");
        }
    }

    /** The hash of a leaf with this content. */
    public static Hash leaf(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(content));
    }

    /** The plain SHA-256 of bytes, outside of any tree. */
    static Hash of(byte[] bytes) {
        return new Hash(sha256().digest(bytes));
    }

    /** The hash of the node above two others. */
    static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** The root of a log without leaves. */
    static Hash empty() {
        return of(new byte[0]);
    }

    /** The hash written in hexadecimal; anything else is refused as a fault of the caller. */
    public static Hash parse(String hex) {
        return new Hash(HexFormat.of().parseHex(hex));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
