package org.yiwang.dossier;

import java.util.List;

/**
 * The groups of one person's record beside basic facts and service (Order 67 art. 8–10); each the latest first.
 *
 * @param trainings trainings on record
 * @param commendations commendations, applied for, refused or on record
 * @param evaluations evaluations that the volunteer may see
 */
public record Dossier(List<Training> trainings, List<Commendation> commendations, List<Evaluation> evaluations) {

    /** Learning time of all trainings on record; stands apart from service time. */
    public int learningMinutes() {
        return trainings.stream().mapToInt(t -> t.facts().learningMinutes()).sum();
    }
}
