package org.yiwang.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/** Checks of what people typed. */
final class Texts {

    private static final LocalDate FIRST_DAY = LocalDate.of(1949, 10, 1);

    private Texts() {}

    static String required(String field, String typed, int longest) {
        String text = optional(field, typed, longest);
        if (text == null) {
            throw new Refusal(DossierProblem.TEXT_LENGTH, 1, longest).at(field);
        }
        return text;
    }

    /** Null for blank. */
    @Nullable
    static String optional(String field, @Nullable String typed, int longest) {
        String text = typed == null ? "" : typed.strip();
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Refusal(DossierProblem.TEXT_LENGTH, 1, longest).at(field);
        }
        return text.isEmpty() ? null : text;
    }

    static String reason(String field, @Nullable String typed) {
        String text = optional(field, typed, 500);
        if (text == null) {
            throw new Refusal(DossierProblem.REASON_NEEDED).at(field);
        }
        return text;
    }

    static LocalDate past(String field, LocalDate day, LocalDate today) {
        if (day.isAfter(today) || day.isBefore(FIRST_DAY)) {
            throw new Refusal(DossierProblem.IMPOSSIBLE_DAY).at(field);
        }
        return day;
    }
}
