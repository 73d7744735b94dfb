package org.yiwang.objection;

import org.yiwang.kernel.Refusal;

/** What people write in a case: as long as a page reads well. */
final class Words {

    private static final int MOST = 1000;

    private Words() {}

    /** What was written; refuses nothing at all ({@code case.reason-needed}) and far too much ({@code case.words-long}). */
    static String require(String typed, String field) {
        String text = optional(typed, field);
        if (text.isEmpty()) {
            throw new Refusal(CaseProblem.REASON_NEEDED).at(field);
        }
        return text;
    }

    /** As {@link #require} where nothing need be written. */
    static String optional(String typed, String field) {
        String text = typed.strip();
        if (text.codePointCount(0, text.length()) > MOST) {
            throw new Refusal(CaseProblem.WORDS_LONG, MOST).at(field);
        }
        return text;
    }
}
