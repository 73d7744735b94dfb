package org.yiwang.attendance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that counts for how many people one device acted. */
@Repository
class SharedDeviceStore {

    private final JdbcClient jdbc;

    SharedDeviceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, Map<Long, Integer>> in(Collection<Long> activityIds) {
        Map<Long, Map<Long, Integer>> found = new HashMap<>();

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
        return found;
    }
}
