package org.yiwang.record;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record that a leaf of the log seals: every stored column of the entry and of its steps so far, one a line as
 * {@code name=value}, in a fixed order. A form is never changed, only followed by one with another first line, and a leaf
 * keeps the form in which it was sealed: the first for entries without an origin, the second for those that name one, both
 * without four columns of a step (capacity and body of whoever acted, evidence, when it counts); the third holds all.
 */
final class SealedRecord {

    /** The form in which records are sealed now. */
    static final int NEWEST = 3;

    private final int form;
    private final StringBuilder text = new StringBuilder(1_000);

    /** Begins the text of an entry in one of the forms. */
    SealedRecord(int form) {
        this.form = form;
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

    /** Adds a field that earlier forms do not have. */
    SealedRecord since(int first, String name, @Nullable Object value) {
        return form < first ? this : field(name, value);
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
