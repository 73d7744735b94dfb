package org.yiwang.attendance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For how many people one device acted in an activity: a family's phone, or one phone for a whole class. */
@Component
public class SharedDevices {

    private final JdbcClient jdbc;

    SharedDevices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The number of people for whom the busiest device of each person acted, by activity and person; people whose device
     * acted for nobody else are left out. One query.
     */
    public Map<Long, Map<Long, Integer>> in(Collection<Long> activityIds) {
        Map<Long, Map<Long, Integer>> found = new HashMap<>();
        if (!activityIds.isEmpty()) {
            jdbc.sql("""
                            select d.activity_id, d.volunteer_id, max(g.people) as people
                            from attendance_device d
                            join (select activity_id, device_digest, count(*)::int as people from attendance_device
                                  where activity_id = any(:activities)
                                  group by activity_id, device_digest having count(*) > 1) g
                              on g.activity_id = d.activity_id and g.device_digest = d.device_digest
                            group by 1, 2""")
                    .param("activities", activityIds.toArray(Long[]::new))
                    .query((row, i) -> found.computeIfAbsent(row.getLong(1), a -> new HashMap<>())
                            .put(row.getLong(2), row.getInt(3)))
                    .list();
        }
        return found;
    }
}
