package org.yiwang.record;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record that a leaf of the log seals: every stored field of the entry and of its steps so far (of a step
 * without the words that only explain it: capacity and end of notice), one a line as {@code name=value}, in a fixed order. A form is never changed, only followed by one with another first line:
 * entries that name their origin have the second.
 */
final class SealedRecord {

    private final StringBuilder text = new StringBuilder(1_000);

    /**
     * Begins the text of an entry.
     *
     * @param form 1 for entries without an origin, 2 for those that name one
     */
    SealedRecord(int form) {
        text.append("yiwang record v").append(form).append('\n');
    }

    /** Adds a field; what is not there has no equals sign. */
    SealedRecord field(String name, @Nullable Object value) {
        text.append(name);
        if (value != null) {
            text.append('=');
            escape(value.toString());
        }
        text.append('\n');
        return this;
    }

    /** The bytes, with the nonce that makes the hash unguessable as their last line. */
    byte[] with(byte[] nonce) {
        return (text + "nonce=" + HexFormat.of().formatHex(nonce) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
