package org.yiwang.attendance;

import java.util.List;
import org.yiwang.activity.ShiftView;
import org.yiwang.volunteer.VolunteerView;

/**
 * One person on one shift of the roster.
 *
 * @param shift the shift
 * @param volunteer who
 * @param pairs the checks made, in order
 * @param here whether the person is here now
 * @param noShow whether the person was noted as not having come
 * @param far whether a check was made far away from the place
 * @param deviceReused whether a device acted for several people
 * @param late whether a check was sent later than it was made
 */
public record RosterLine(
        ShiftView shift,
        VolunteerView volunteer,
        List<PairView> pairs,
        boolean here,
        boolean noShow,
        boolean far,
        boolean deviceReused,
        boolean late) {

    /** Whether a check-out is missing. */
    public boolean unfinished() {
        return pairs.stream().anyMatch(p -> p.state() == PairView.State.FORGOTTEN);
    }
}
