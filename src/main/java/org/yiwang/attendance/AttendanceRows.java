package org.yiwang.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Period;

/**
 * Check-ins with their check-outs by COPY, for filling an empty database. Ids and moments are the caller's, and nobody is
 * told: records of them are written by the caller. In the caller's transaction.
 */
@Component
public class AttendanceRows {

    /** The large table that is written. */
    public static final List<String> TABLES = List.of("attendance_pair");

    private final AttendanceRowStore store;
    private final Clock clock;

    AttendanceRows(AttendanceRowStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Writes pairs that are closed, each the first of its person, activity and day. How many rows were written. */
    public long close(List<NewPair> pairs) {
        return store.close(pairs, p -> LocalDate.ofInstant(p.served.start(), clock.getZone()));
    }

    /** Somebody who came and left. */
    public record NewPair(
            long id,
            long activityId,
            long shiftId,
            long volunteerId,
            Period shift,
            Period served,
            Evidence in,
            Evidence out) {}
}
