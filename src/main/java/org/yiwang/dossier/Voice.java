package org.yiwang.dossier;

import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/**
 * What a volunteer says of an activity. Each question may be left out; 3 good, 2 so-so, 1 not good.
 *
 * @param safety whether one felt safe
 * @param organizing whether it was well organized
 * @param usefulness whether it was of use to the people served
 * @param words to the team, which reads them without the name; null if none
 */
public record Voice(
        @Nullable Integer safety,
        @Nullable Integer organizing,
        @Nullable Integer usefulness,
        @Nullable String words) {

    /** The same without blanks at the ends; refuses {@code dossier.nothing-said} where no question is answered. */
    Voice checked() {
        if (safety == null && organizing == null && usefulness == null) {
            throw new Refusal(DossierProblem.NOTHING_SAID).at("safety");
        }
        return new Voice(
                answer(safety, "safety"),
                answer(organizing, "organizing"),
                answer(usefulness, "usefulness"),
                Texts.optional("words", words, 500));
    }

    @Nullable
    private static Integer answer(@Nullable Integer given, String field) {
        if (given != null && (given < 1 || given > 3)) {
            throw new Refusal(DossierProblem.NOTHING_SAID).at(field);
        }
        return given;
    }
}
