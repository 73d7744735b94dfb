package org.yiwang.entry;

/**
 * A scanned proof, told by its content and made harmless.
 *
 * @param format {@code jpeg} or {@code pdf}
 * @param bytes the file
 */
public record ProofFile(String format, byte[] bytes) {

    /** What browsers call it. */
    public String mediaType() {
        return format.equals("pdf") ? "application/pdf" : "image/jpeg";
    }
}
