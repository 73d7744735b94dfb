package org.yiwang.record;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that tells who served, without saying more of them. */
@Repository
class ServedStore {

    private final JdbcClient jdbc;

    ServedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> ofActivity(long activityId) {
        return jdbc.sql("""
                        select distinct volunteer_id from record_current
                        where activity_id = :activity and state in ('PENDING', 'NOTICE', 'HELD', 'EFFECTIVE')
                        order by volunteer_id""")
                .param("activity", activityId)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    List<Long> ofYear(int year, long after, int most) {
        return jdbc.sql("""
                        select distinct volunteer_id from record_total
                        where year = :year and records > 0 and volunteer_id > :after
                        order by volunteer_id limit :most""")
                .param("year", year)
                .param("after", after)
                .param("most", most)
                .query((row, i) -> row.getLong(1))
                .list();
    }
}
