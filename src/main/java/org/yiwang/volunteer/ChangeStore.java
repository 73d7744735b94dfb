package org.yiwang.volunteer;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Ids;

/** SQL of what became of registrations, and by whom. */
@Repository
class ChangeStore {

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Change c) {
        jdbc.sql("""
                insert into volunteer_change (volunteer_id, id, at, from_state, to_state, why, note, by_account)
                values (:volunteer, :id, :at, :from, :to, :why, :note, :by)""")
                .param("volunteer", c.volunteerId)
                .param("id", Ids.next())
                .param("at", utc(c.at))
                .param("from", c.from == null ? null : c.from.name())
                .param("to", c.to.name())
                .param("why", c.why)
                .param("note", c.note)
                .param("by", c.by)
                .update();
    }

    /** All of a registration, the earliest first. */
    List<Change> of(long volunteerId) {
        return jdbc.sql("""
                        select volunteer_id, at, from_state, to_state, why, note, by_account from volunteer_change
                        where volunteer_id = :volunteer order by id""")
                .param("volunteer", volunteerId)
                .query((row, i) -> {
                    String from = row.getString("from_state");
                    return new Change(
                            row.getLong("volunteer_id"),
                            instant(row, "at"),
                            from == null ? null : VolunteerView.State.valueOf(from),
                            VolunteerView.State.valueOf(row.getString("to_state")),
                            row.getString("why"),
                            row.getString("note"),
                            row.getLong("by_account"));
                })
                .list();
    }

    /** A change of state with its reason. */
    record Change(
            long volunteerId,
            Instant at,
            VolunteerView.@Nullable State from,
            VolunteerView.State to,
            String why,
            @Nullable String note,
            long by) {}
}
