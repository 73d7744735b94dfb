package org.yiwang.signup;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that holds counters of shifts and commitments of people against the sign-ups that live. */
@Repository
class RebuiltPlaceStore {

    /** What each live sign-up commits its person to; who did not come had the place all the same. */
    private static final String TOLD = """
            with told as (
                select u.volunteer_id, u.shift_id, u.activity_id, u.signup_id, s.period,
                       u.state in ('ACCEPTED', 'NO_SHOW') as held
                from signup u join signup_shift s on s.activity_id = u.activity_id and s.shift_id = u.shift_id
                where u.ended = 0)
            """;

    private final JdbcClient jdbc;

    RebuiltPlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else writes until the transaction ends. */
    void lock() {
        jdbc.sql("lock table signup_shift, signup_commitment in exclusive mode").update();
    }

    /** Sets the counters; of which shifts. A number on a waiting list is never given twice, so the last one only grows. */
    List<Shift.Key> mendCounters() {
        return jdbc.sql("""
                        update signup_shift s
                        set taken = c.taken, waiting = c.waiting, waiting_seq = greatest(s.waiting_seq, c.last)
                        from (
                            select s.activity_id, s.shift_id,
                                   count(*) filter (where u.state in ('ACCEPTED', 'NO_SHOW')) as taken,
                                   count(*) filter (where u.state = 'WAITING') as waiting,
                                   coalesce(max(u.waiting_no), 0) as last
                            from signup_shift s
                            left join signup u
                                on u.activity_id = s.activity_id and u.shift_id = s.shift_id and u.ended = 0
                            group by s.activity_id, s.shift_id) c
                        where s.activity_id = c.activity_id and s.shift_id = c.shift_id
                          and (s.taken <> c.taken or s.waiting <> c.waiting or s.waiting_seq < c.last)
                        returning s.activity_id, s.shift_id""")
                .query((row, i) -> new Shift.Key(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** Takes away what no sign-up says; of which sign-ups it was. */
    List<Long> takeWrongAway() {
        return jdbc.sql(TOLD + """
                        delete from signup_commitment c where not exists (
                            select from told t
                            where t.volunteer_id = c.volunteer_id and t.shift_id = c.shift_id
                              and t.activity_id = c.activity_id and t.signup_id = c.signup_id
                              and t.period = c.period and t.held = c.held)
                        returning c.signup_id""").query((row, i) -> row.getLong(1)).list();
    }

    /** Adds what a sign-up says and nobody has kept; of which sign-ups. */
    List<Long> addMissing() {
        return jdbc.sql(TOLD + """
                        insert into signup_commitment (volunteer_id, shift_id, activity_id, signup_id, period, held)
                        select t.volunteer_id, t.shift_id, t.activity_id, t.signup_id, t.period, t.held from told t
                        where not exists (
                            select from signup_commitment c
                            where c.volunteer_id = t.volunteer_id and c.signup_id = t.signup_id)
                        returning signup_id""").query((row, i) -> row.getLong(1)).list();
    }
}
