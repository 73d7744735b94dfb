package org.yiwang.account.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Where to go on after signing in: only paths of this site, so that a link cannot lead people away from it. */
final class LocalPath {

    private LocalPath() {}

    /** The path, safe to redirect to; empty for anything that is not one. */
    static Optional<String> of(String next) {
        if (!next.startsWith("/") || next.startsWith("//") || next.length() > 2000) {
            return Optional.empty();
        }
        StringBuilder path = new StringBuilder();
        for (byte b : next.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < ' ' || c == '\\' || c == 0x7f) {
                return Optional.empty();
            }
            if (c > 0x7e || " {}\"<>^`|".indexOf(c) >= 0) {
                path.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else {
                path.append(c);
            }
        }
        return Optional.of(path.toString());
    }
}
