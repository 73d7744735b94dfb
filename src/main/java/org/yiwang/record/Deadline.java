package org.yiwang.record;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Until when an organizer must have an activity's service on record (Order 67 art. 11).
 *
 * @param activityId the activity
 * @param organizationId the organizer
 * @param title activity name
 * @param endsAt end of the last shift
 * @param endedOn its day
 * @param remindOn when leaders are reminded
 * @param alarmOn when they are alarmed
 * @param dueOn the last day
 * @param settled whether the activity is closed and its service on record
 */
public record Deadline(
        long activityId,
        long organizationId,
        String title,
        Instant endsAt,
        LocalDate endedOn,
        LocalDate remindOn,
        LocalDate alarmOn,
        LocalDate dueOn,
        boolean settled) {

    /** Whether the last day has passed. */
    public boolean isOverdue(LocalDate today) {
        return !settled && today.isAfter(dueOn);
    }
}
