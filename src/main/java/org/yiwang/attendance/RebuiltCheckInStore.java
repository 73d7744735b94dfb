package org.yiwang.attendance;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that holds who is checked in now against the pairs that are open. */
@Repository
class RebuiltCheckInStore {

    private final JdbcClient jdbc;

    RebuiltCheckInStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else writes until the transaction ends. */
    void lock() {
        jdbc.sql("lock table attendance_open in exclusive mode").update();
    }

    /** Takes away what no pair says; whose it was. */
    List<Long> takeWrongAway() {
        return jdbc.sql("""
                        delete from attendance_open o where not exists (
                            select from attendance_pair p
                            where p.activity_id = o.activity_id and p.pair_id = o.pair_id
                              and p.volunteer_id = o.volunteer_id and p.state = 'OPEN' and p.shift_end = o.shift_end)
                        returning o.volunteer_id""").query((row, i) -> row.getLong(1)).list();
    }

    /** Adds what an open pair says and nobody has kept; whose. */
    List<Long> addMissing() {
        return jdbc.sql("""
                        insert into attendance_open (volunteer_id, activity_id, pair_id, shift_end)
                        select p.volunteer_id, p.activity_id, p.pair_id, p.shift_end from attendance_pair p
                        where p.state = 'OPEN' and not exists (
                            select from attendance_open o where o.volunteer_id = p.volunteer_id)
                        returning volunteer_id""").query((row, i) -> row.getLong(1)).list();
    }
}
