package org.yiwang.dossier;

import java.util.List;

/**
 * Rule {@code dossier.evaluation}.
 *
 * @param dueAfterDays working days after the activity's end within which the team evaluates (Order 67 art. 11)
 * @param openDays days after closing within which both sides may speak
 * @param teamSeesFrom voices from which the team sees their sums
 * @param publicFrom voices from which everybody sees their sums
 * @param reasonFor codes of {@code evaluation-quality} that need a reason
 * @param answerWithinDays working days within which an objection is answered
 */
record EvaluationRule(
        int dueAfterDays,
        int openDays,
        int teamSeesFrom,
        int publicFrom,
        List<String> reasonFor,
        int answerWithinDays) {

    static final String KEY = "dossier.evaluation";

    /** Whether the quality may not be given without saying why. */
    boolean needsReason(String quality) {
        return reasonFor.contains(quality);
    }
}
