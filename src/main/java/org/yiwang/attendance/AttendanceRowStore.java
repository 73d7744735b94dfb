package org.yiwang.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.yiwang.attendance.AttendanceRows.NewPair;
import org.yiwang.platform.CopyRows;
import tools.jackson.databind.ObjectMapper;

/** SQL that writes many closed pairs at once. */
@Repository
class AttendanceRowStore {

    private static final String PAIR = """
            copy attendance_pair (activity_id, pair_id, shift_id, volunteer_id, service_day, pair_no, state, shift_end, came_at,
                left_at, in_evidence, out_evidence) from stdin""";

    private final JdbcTemplate database;
    private final ObjectMapper json;

    AttendanceRowStore(JdbcTemplate database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    long close(List<NewPair> pairs, Function<NewPair, LocalDate> day) {
        Long rows = database.execute((ConnectionCallback<Long>)
                c -> CopyRows.into(c, PAIR, pairs, (to, p) -> pair(to, p, day.apply(p))));
        return rows == null ? 0 : rows;
    }

    private void pair(CopyRows to, NewPair p, LocalDate day) {
        to.number(p.activityId())
                .number(p.id())
                .number(p.shiftId())
                .number(p.volunteerId())
                .plain(day)
                .number(1)
                .plain(PairView.State.CLOSED)
                .plain(p.shift().end())
                .plain(p.served().start())
                .plain(p.served().end())
                .text(json.writeValueAsString(p.in()))
                .text(json.writeValueAsString(p.out()));
    }
}
