package org.yiwang.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a team said of a volunteer's service (Order 67 art. 10).
 *
 * @param mark whose, where it stands
 * @param activityId the activity
 * @param activityTitle its title
 * @param organizationName the team
 * @param quality code of the table {@code evaluation-quality}
 * @param words what the team added, null if nothing
 * @param servedOn day of the service
 * @param evaluatedOn day of the evaluation
 */
public record Evaluation(
        EntryMark mark,
        long activityId,
        String activityTitle,
        String organizationName,
        String quality,
        @Nullable String words,
        LocalDate servedOn,
        LocalDate evaluatedOn) {}
