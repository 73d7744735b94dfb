package org.yiwang.honour.web;

import java.util.Arrays;
import java.util.List;
import org.yiwang.honour.Capacity;
import org.yiwang.honour.Conflict;
import org.yiwang.honour.RoundTerms;
import org.yiwang.honour.Scoring;
import org.yiwang.web.Form;

/** The terms of a round as a form. */
final class TermsForm {

    private TermsForm() {}

    static RoundTerms read(Form form) {
        List<Capacity> nominators = Arrays.stream(Capacity.values())
                .filter(c -> form.has("nominators", c.name()))
                .toList();
        return new RoundTerms(
                form.text("name", 1, 100),
                form.integer("year", 2000, 2200),
                form.text("documentNumber", 0, 100),
                form.integer("places", 1, 1000),
                nominators,
                form.date("opensOn"),
                form.date("nominateUntil"),
                form.date("reviewUntil"),
                form.integer("noticeDays", 1, 60),
                form.date("countedFrom"),
                form.date("countedTo"),
                form.integer("creditHours", 0, 10_000) * 60,
                form.integer("ageFrom", 0, 99),
                form.choice("conflict", Conflict.class),
                form.choice("scoring", Scoring.class),
                form.value("criteria").lines().toList(),
                form.text("words", 0, 1000));
    }

    static Form fill(Form form, RoundTerms terms) {
        form.with("name", terms.name())
                .with("year", terms.year())
                .with("documentNumber", terms.documentNumber())
                .with("places", terms.places())
                .with("opensOn", terms.opensOn())
                .with("nominateUntil", terms.nominateUntil())
                .with("reviewUntil", terms.reviewUntil())
                .with("noticeDays", terms.noticeDays())
                .with("countedFrom", terms.countedFrom())
                .with("countedTo", terms.countedTo())
                .with("creditHours", terms.creditMinutes() / 60)
                .with("ageFrom", terms.ageFrom())
                .with("conflict", terms.conflict().name())
                .with("scoring", terms.scoring().name())
                .with("criteria", String.join("\n", terms.criteria()))
                .with("words", terms.words());
        return form.with(
                "nominators", terms.nominators().stream().map(Enum::name).toList());
    }
}
