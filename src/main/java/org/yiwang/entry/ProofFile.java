package org.yiwang.entry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A scanned proof, told by its content and made harmless.
 *
 * @param format {@code jpeg} or {@code pdf}
 * @param bytes the file
 */
public record ProofFile(String format, byte[] bytes) {

    /** Which file it is: SHA-256 of its bytes, in hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What browsers call it. */
    public String mediaType() {
        return format.equals("pdf") ? "application/pdf" : "image/jpeg";
    }
}
