package org.yiwang.volunteer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.platform.Moments;

/** SQL of rests. */
@Repository
class RestStore {

    private final JdbcClient jdbc;

    RestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rests that nobody ended, of these people; their last day may be over. */
    List<Rest> open(Collection<Long> volunteerIds) {
        return jdbc.sql("""
                        select * from volunteer_rest
                        where volunteer_id = any(:volunteers) and ended_at is null""")
                .param("volunteers", volunteerIds.toArray(Long[]::new))
                .query(RestStore::rest)
                .list();
    }

    /** All of one person, the first one first. */
    List<Rest> all(long volunteerId) {
        return jdbc.sql("select * from volunteer_rest where volunteer_id = :volunteer order by since")
                .param("volunteer", volunteerId)
                .query(RestStore::rest)
                .list();
    }

    /** Begins one, or gives the one that goes on another last day; two at once are one. */
    void begin(long volunteerId, @Nullable LocalDate until, Instant now) {
        jdbc.sql("""
                        insert into volunteer_rest (volunteer_id, since, until_on) values (:volunteer, :now, :until)
                        on conflict (volunteer_id) where ended_at is null do update set until_on = excluded.until_on""")
                .param("volunteer", volunteerId)
                .param("now", Timestamp.from(now))
                .param("until", until, Types.DATE)
                .update();
    }

    void end(long volunteerId, Instant at) {
        jdbc.sql("""
                        update volunteer_rest set ended_at = greatest(since, :at)
                        where volunteer_id = :volunteer and ended_at is null""")
                .param("volunteer", volunteerId)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Rest rest(ResultSet row, int i) throws SQLException {
        return new Rest(
                row.getLong("volunteer_id"),
                Moments.instant(row, "since"),
                row.getObject("until_on", LocalDate.class),
                Moments.instantOrNull(row, "ended_at"));
    }
}
