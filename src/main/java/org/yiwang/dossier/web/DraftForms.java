package org.yiwang.dossier.web;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.dossier.Award;
import org.yiwang.dossier.AwardLevel;
import org.yiwang.dossier.CommendationDraft;
import org.yiwang.dossier.TrainingDraft;
import org.yiwang.web.Form;

/** Reads the forms of trainings and commendations. */
final class DraftForms {

    private DraftForms() {}

    static TrainingDraft training(Form form) {
        int hours = form.integer("hours", 0, 999);
        int minutes = form.optionalInteger("minutes", 0, 59).orElse(0);
        return new TrainingDraft(
                form.text("name", 1, 100),
                form.text("content", 1, 1000),
                hours * 60 + minutes,
                form.text("host", 1, 100),
                form.date("date"));
    }

    static CommendationDraft commendation(Form form, Award award, @Nullable AwardLevel level) {
        return new CommendationDraft(
                form.text("name", 1, 100),
                form.date("date"),
                form.text("awardingUnit", award == Award.OWN ? 0 : 1, 100),
                award,
                level,
                form.text("documentNumber", award == Award.GOVERNMENT ? 1 : 0, 100),
                form.text("words", 0, 500));
    }

    /** Unified numbers as people type them: one a line, or with commas and blanks between, wide or narrow. */
    static List<String> numbers(Form form) {
        String typed = Normalizer.normalize(form.text("numbers", 0, 12_000), Normalizer.Form.NFKC);
        return Arrays.stream(typed.split("[\\s,;、，；]+"))
                .filter(n -> !n.isBlank())
                .toList();
    }
}
