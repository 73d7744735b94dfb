package org.yiwang.star;

import org.yiwang.kernel.Refusal;

/** What people write about stars, by whatever way it comes: short enough for whoever reads it. */
final class StarText {

    private StarText() {}

    /** Refuses with {@code star.reason-needed} and {@code star.text-long}. */
    static String needed(String field, String typed) {
        if (typed.isBlank()) {
            throw new Refusal(StarProblem.REASON_NEEDED).at(field);
        }
        return upTo(field, typed);
    }

    /** May be empty; refuses with {@code star.text-long}. */
    static String upTo(String field, String typed) {
        String text = typed.strip();
        if (text.codePointCount(0, text.length()) > StarApplications.LONGEST) {
            throw new Refusal(StarProblem.TEXT_LONG, StarApplications.LONGEST).at(field);
        }
        return text;
    }
}
