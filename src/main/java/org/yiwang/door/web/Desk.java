package org.yiwang.door.web;

import java.util.List;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.organization.OrganizationView;
import org.yiwang.record.Deadline;

/**
 * What the desk of those who run teams and activities shows.
 *
 * @param today shifts of today, in order
 * @param todos what waits to be decided or done, urgent first
 * @param clock activities that have ended and are not on record yet, most urgent first
 * @param coming activities of the next days, soonest first
 * @param organizations bodies and teams that the person runs
 */
public record Desk(
        List<Duty> today,
        List<Todo> todos,
        List<Deadline> clock,
        List<ActivityView> coming,
        List<OrganizationView> organizations) {

    /**
     * A shift of today with who is there.
     *
     * @param activity the activity
     * @param shift the shift
     * @param places how many have a place
     * @param here how many are here now
     * @param came how many have been here at all
     * @param missing names of those who have a place, are not here, and should be by now
     */
    public record Duty(ActivityView activity, ShiftView shift, int places, int here, int came, List<String> missing) {}
}
