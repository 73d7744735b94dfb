package org.yiwang.attendance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who was seen by both sides at a shift, asked for many at once. */
@Component
public class Presence {

    private final AttendanceStore store;

    Presence(AttendanceStore store) {
        this.store = store;
    }

    /**
     * The shifts at which these volunteers checked in with a code or a card; what an organizer ticked alone is left out. One
     * query.
     *
     * @param volunteersByActivity volunteer ids by activity id
     */
    public Set<Seen> checkedIn(Map<Long, List<Long>> volunteersByActivity) {
        return store.checkedIn(volunteersByActivity);
    }

    /**
     * Somebody at a shift.
     *
     * @param shiftId the shift
     * @param volunteerId who
     */
    public record Seen(long shiftId, long volunteerId) {}
}
