package org.yiwang.dossier;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Codes;

/**
 * What a team says of one person's service.
 *
 * @param volunteerId who
 * @param quality code of the table {@code evaluation-quality}
 * @param words what is added; the reason where the quality needs one
 * @param instead the evaluation that whoever says this has seen, null if there was none: so that two do not overwrite
 *     each other unseen
 */
public record Judgement(
        long volunteerId,
        String quality,
        @Nullable String words,
        @Nullable Long instead) {

    /** Table of the qualities. */
    public static final String QUALITY = "evaluation-quality";

    Judgement checked(Codes codes, EvaluationRule rule) {
        if (!codes.inUse(QUALITY, quality)) {
            throw new Refusal(DossierProblem.QUALITY_UNKNOWN).at("quality");
        }
        String tidy = Texts.optional("words", words, 500);
        if (tidy == null && rule.needsReason(quality)) {
            throw new Refusal(DossierProblem.REASON_NEEDED).at("words");
        }
        return new Judgement(volunteerId, quality, tidy, instead);
    }

    boolean isSame(Evaluation evaluation) {
        return quality.equals(evaluation.quality()) && Objects.equals(words, evaluation.words());
    }
}
