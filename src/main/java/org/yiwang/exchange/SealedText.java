package org.yiwang.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sealed text of a record, read again: lines {@code name=value} after a first line that names the form. Of the steps,
 * which come in order, the last one stays.
 */
final class SealedText {

    private static final String FORM = "yiwang record v";

    private final Map<String, String> fields = new HashMap<>();
    private final boolean readable;

    SealedText(String content) {
        String[] lines = content.split("\n", -1);
        readable = lines[0].startsWith(FORM);
        for (int i = 1; i < lines.length; i++) {
            int equals = lines[i].indexOf('=');
            if (equals > 0) {
                fields.put(lines[i].substring(0, equals), unescape(lines[i].substring(equals + 1)));
            } else {
                fields.remove(lines[i]);
            }
        }
    }

    /** Whether everything that counts of the line is what was sealed. */
    boolean agrees(Passport.Line line) {
        return readable
                && is("state", line.state())
                && is("service-minutes", line.minutes())
                && is("service-date", line.date())
                && is("time-kind", line.kind())
                && is("activity-title", line.title())
                && is("organization-name", line.organization())
                && is("category", line.category())
                && is("post", line.post())
                && is("place", line.place())
                && is("region", line.region())
                && is("person-in-charge", line.inCharge())
                && is("came", line.from())
                && is("left", line.to())
                && is("counted-from", line.countedFrom())
                && is("counted-to", line.countedTo());
    }

    /** A field, null if it is not there. */
    @Nullable
    String get(String name) {
        return fields.get(name);
    }

    private boolean is(String name, @Nullable Object value) {
        return Objects.equals(fields.get(name), value == null ? null : value.toString());
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
