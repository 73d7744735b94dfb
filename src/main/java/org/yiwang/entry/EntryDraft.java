package org.yiwang.entry;

import java.util.List;
import org.yiwang.kernel.Period;

/**
 * What somebody enters by hand.
 *
 * @param activityId the activity
 * @param shiftId one of its shifts
 * @param kind manual entry or makeup
 * @param people who served, from when to when; at least one
 * @param why why the check-in is missing
 * @param shownBy what shows that they were there
 */
public record EntryDraft(
        long activityId, long shiftId, EntryKind kind, List<Served> people, String why, String shownBy) {

    /**
     * One person.
     *
     * @param volunteerId who
     * @param served from arrival to departure
     */
    public record Served(long volunteerId, Period served) {}
}
