package org.yiwang.signup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Ids;
import org.yiwang.platform.Projection;

/**
 * The counters of shifts and what people are committed to, from the sign-ups that live. How many places a shift has, when
 * it is and whether it is called off are no part of it: those come from the activity.
 */
@Component
class RebuiltPlaces implements Projection {

    /** What each live sign-up commits its person to; who did not come had the place all the same. */
    private static final String TOLD = """
            with told as (
                select u.volunteer_id, u.shift_id, u.activity_id, u.signup_id, s.period,
                       u.state in ('ACCEPTED', 'NO_SHOW') as held
                from signup u join signup_shift s on s.activity_id = u.activity_id and s.shift_id = u.shift_id
                where u.ended = 0)
            """;

    private final JdbcClient jdbc;

    RebuiltPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "places";
    }

    @Override
    @Transactional
    public void rebuild(Consumer<String> said) {
        jdbc.sql("lock table signup_shift, signup_commitment in exclusive mode").update();
        List<Shift.Key> shifts = counters();
        Set<Long> signUps = new HashSet<>(wrong());
        signUps.addAll(missing());
        shifts.forEach(key -> said.accept("Shift " + Ids.text(key.shiftId()) + " of activity "
                + Ids.text(key.activityId()) + " had counted otherwise."));
        signUps.stream()
                .sorted()
                .forEach(id -> said.accept("Sign-up " + Ids.text(id) + " was committed to something else."));
        said.accept(shifts.size() + " counters and " + signUps.size() + " commitments mended.");
    }

    /** A number on a waiting list is never given twice, so the last one given only grows. */
    private List<Shift.Key> counters() {
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

    private List<Long> wrong() {
        return jdbc.sql(TOLD + """
                        delete from signup_commitment c where not exists (
                            select from told t
                            where t.volunteer_id = c.volunteer_id and t.shift_id = c.shift_id
                              and t.activity_id = c.activity_id and t.signup_id = c.signup_id
                              and t.period = c.period and t.held = c.held)
                        returning c.signup_id""").query((row, i) -> row.getLong(1)).list();
    }

    private List<Long> missing() {
        return jdbc.sql(TOLD + """
                        insert into signup_commitment (volunteer_id, shift_id, activity_id, signup_id, period, held)
                        select t.volunteer_id, t.shift_id, t.activity_id, t.signup_id, t.period, t.held from told t
                        where not exists (
                            select from signup_commitment c
                            where c.volunteer_id = t.volunteer_id and c.signup_id = t.signup_id)
                        returning signup_id""").query((row, i) -> row.getLong(1)).list();
    }
}
