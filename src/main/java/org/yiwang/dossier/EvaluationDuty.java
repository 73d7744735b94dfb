package org.yiwang.dossier;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A closed activity whose crew is not evaluated yet.
 *
 * @param activityId the activity
 * @param title its title
 * @param dueOn last day by the law (Order 67 art. 11)
 * @param openUntil until when the team may speak at all
 * @param served how many served
 * @param evaluated how many of them are evaluated
 */
public record EvaluationDuty(
        long activityId, String title, LocalDate dueOn, Instant openUntil, int served, int evaluated) {

    /** Whether the last day has passed. */
    public boolean isOverdue(LocalDate today) {
        return today.isAfter(dueOn);
    }
}
