package org.yiwang.points.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.points.FormulaChange;
import org.yiwang.rules.Code;
import org.yiwang.rules.Codes;

/** What stands in a formula in words, in the reader's language. */
public final class FormulaWords {

    private final Codes codes;
    private final Locale locale;

    FormulaWords(Codes codes, Locale locale) {
        this.codes = codes;
        this.locale = locale;
    }

    /** A coefficient as people write it: 1200 thousandths are 1.2. */
    public String coefficient(int perMille) {
        return BigDecimal.valueOf(perMille, 3).stripTrailingZeros().toPlainString();
    }

    /** The name of a category. */
    public String category(String code) {
        return label("category", code);
    }

    /** The name of what a team said. */
    public String evaluation(@Nullable String code) {
        return code == null ? "" : label("evaluation-quality", code);
    }

    /** The name of what a change is about: of a category, an evaluation or a grade. */
    public String code(FormulaChange change) {
        return switch (change.what()) {
            case CATEGORY -> category(change.code());
            case ATTITUDE -> evaluation(change.code());
            default -> change.code();
        };
    }

    /** All categories by code. */
    public Map<String, String> categories() {
        return codes.options("category", locale);
    }

    /** All evaluations by code. */
    public Map<String, String> evaluations() {
        return codes.options("evaluation-quality", locale);
    }

    private String label(String table, String code) {
        return codes.find(table, code).map(Code::label).map(l -> l.in(locale)).orElse(code);
    }
}
