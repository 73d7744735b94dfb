package org.yiwang.platform;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.yiwang.kernel.Period;

/**
 * Rows in the text format of PostgreSQL's COPY: many times faster than inserts where thousands are written at once, and
 * as much part of the running transaction; constraints and triggers hold as well.
 */
public final class CopyRows {

    private static final int START = 1 << 16;

    private final StringBuilder text = new StringBuilder(START);
    private boolean first = true;

    private CopyRows() {}

    /**
     * One row for each of the things, as {@code CopyManager.copyIn} takes them; some thousand at once.
     *
     * @param row writes the columns of one, in the order of the statement
     */
    public static <T> StringReader of(Iterable<T> things, BiConsumer<CopyRows, T> row) {
        CopyRows rows = new CopyRows();
        for (T one : things) {
            row.accept(rows, one);
            rows.text.append('\n');
            rows.first = true;
        }
        return new StringReader(rows.text.toString());
    }

    /**
     * Copies one row for each of the things into a table, on the connection of the running transaction; some thousand at
     * once.
     *
     * @param sql {@code copy … from stdin}
     * @return how many rows
     */
    public static <T> long into(Connection connection, String sql, Collection<T> things, BiConsumer<CopyRows, T> row)
            throws SQLException {
        if (things.isEmpty()) {
            return 0;
        }
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, of(things, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole number. */
    public CopyRows number(long value) {
        separate().append(value);
        return this;
    }

    /** What is written without a character that the format reserves: a date, a moment, a constant, a number; or null. */
    public CopyRows plain(@Nullable Object value) {
        separate().append(value == null ? "\\N" : value.toString());
        return this;
    }

    /** Numbers as an array. */
    public CopyRows numbers(Collection<Long> values) {
        separate().append(values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
        return this;
    }

    /** Any text, or null. */
    public CopyRows text(@Nullable String value) {
        if (value == null) {
            return plain(null);
        }
        separate();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        return this;
    }

    /** True or false. */
    public CopyRows flag(boolean value) {
        return plain(value ? 't' : 'f');
    }

    /** A span of time as {@code tstzrange}, without its end; or null. */
    public CopyRows span(@Nullable Period value) {
        return plain(value == null ? null : "[" + value.start() + "," + value.end() + ")");
    }

    /** Texts as an array, or null. */
    public CopyRows texts(@Nullable Collection<String> values) {
        return text(
                values == null
                        ? null
                        : values.stream()
                                .map(v -> '"' + v.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                                .collect(Collectors.joining(",", "{", "}")));
    }

    /** Bytes, or null. */
    public CopyRows bytes(byte @Nullable [] value) {
        if (value == null) {
            return plain(null);
        }
        separate().append("\\\\x").append(java.util.HexFormat.of().formatHex(value));
        return this;
    }

    private StringBuilder separate() {
        if (!first) {
            text.append('\t');
        }
        first = false;
        return text;
    }
}
