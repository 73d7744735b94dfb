package org.yiwang.honour;

import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/** Texts that people type. */
final class HonourText {

    private HonourText() {}

    static String required(String field, @Nullable String typed, int most) {
        String text = upTo(field, typed, most);
        if (text.isEmpty()) {
            throw new Refusal(HonourProblem.TEXT_NEEDED).at(field);
        }
        return text;
    }

    @Nullable
    static String optional(String field, @Nullable String typed, int most) {
        String text = upTo(field, typed, most);
        return text.isEmpty() ? null : text;
    }

    static String upTo(String field, @Nullable String typed, int most) {
        String text = typed == null ? "" : typed.strip();
        if (length(text) > most) {
            throw new Refusal(HonourProblem.TEXT_LONG, most).at(field);
        }
        return text;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
