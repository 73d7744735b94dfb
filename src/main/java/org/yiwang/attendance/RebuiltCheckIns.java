package org.yiwang.attendance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Ids;
import org.yiwang.platform.Projection;

/** Who is checked in somewhere now, from the pairs that are open. */
@Component
class RebuiltCheckIns implements Projection {

    private final JdbcClient jdbc;

    RebuiltCheckIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "check-ins";
    }

    @Override
    @Transactional
    public void rebuild(Consumer<String> said) {
        jdbc.sql("lock table attendance_open in exclusive mode").update();
        Set<Long> people = new HashSet<>(wrong());
        people.addAll(missing());
        people.stream()
                .sorted()
                .forEach(id -> said.accept("Volunteer " + Ids.text(id) + " was taken to be somewhere else."));
        said.accept(people.size() + " open check-ins mended.");
    }

    private List<Long> wrong() {
        return jdbc.sql("""
                        delete from attendance_open o where not exists (
                            select from attendance_pair p
                            where p.activity_id = o.activity_id and p.pair_id = o.pair_id
                              and p.volunteer_id = o.volunteer_id and p.state = 'OPEN' and p.shift_end = o.shift_end)
                        returning o.volunteer_id""").query((row, i) -> row.getLong(1)).list();
    }

    private List<Long> missing() {
        return jdbc.sql("""
                        insert into attendance_open (volunteer_id, activity_id, pair_id, shift_end)
                        select p.volunteer_id, p.activity_id, p.pair_id, p.shift_end from attendance_pair p
                        where p.state = 'OPEN' and not exists (
                            select from attendance_open o where o.volunteer_id = p.volunteer_id)
                        returning volunteer_id""").query((row, i) -> row.getLong(1)).list();
    }
}
