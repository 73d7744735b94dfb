package org.yiwang.dossier;

import java.time.LocalDate;

/**
 * What is recorded of a training (Order 67 art. 8).
 *
 * @param name its name
 * @param content what was learned, in the main
 * @param learningMinutes learning time; never added to service time
 * @param host who held it
 * @param date the day, or the last of several
 */
public record TrainingDraft(String name, String content, int learningMinutes, String host, LocalDate date) {

    private static final int LONGEST_MINUTES = 60_000;

    /** The same without blanks at the ends; refuses what cannot be. */
    TrainingDraft checked(LocalDate today) {
        if (learningMinutes < 1 || learningMinutes > LONGEST_MINUTES) {
            throw new org.yiwang.kernel.Refusal(DossierProblem.LEARNING_TIME).at("hours");
        }
        return new TrainingDraft(
                Texts.required("name", name, 100),
                Texts.required("content", content, 1000),
                learningMinutes,
                Texts.required("host", host, 100),
                Texts.past("date", date, today));
    }
}
