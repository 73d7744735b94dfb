package org.yiwang.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.record.ServedTime.Busy;
import org.yiwang.record.ServedTime.Served;

/** SQL of service that counts, by person and day. */
@Repository
class ServedTimeStore {

    private final JdbcClient jdbc;

    ServedTimeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Served> of(Collection<Long> volunteerIds, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select volunteer_id, record_id, activity_id, coalesce(organization_id, 0), service_date, category,
                            time_kind, service_minutes
                        from record_current
                        where volunteer_id = any(:volunteers) and state = 'EFFECTIVE'
                          and service_date between :from and :to
                        order by service_date, volunteer_id, record_id""")
                .param("volunteers", volunteerIds.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .query((row, i) -> new Served(
                        new RecordKey(row.getLong(1), row.getLong(2)),
                        row.getLong(3),
                        row.getLong(4),
                        row.getObject(5, LocalDate.class),
                        row.getString(6),
                        TimeKind.valueOf(row.getString(7)),
                        row.getInt(8)))
                .list();
    }

    List<Busy> people(
            LocalDate from, LocalDate to, int creditMinutes, Collection<String> categories, int limit, int offset) {
        return jdbc.sql("""
                        select volunteer_id, sum(service_minutes)::int from record_current
                        where state = 'EFFECTIVE' and time_kind = 'CREDIT' and service_date between :from and :to
                          and (cardinality(:categories::text[]) = 0 or category = any(:categories::text[]))
                        group by 1 having sum(service_minutes) >= :minutes
                        order by 2 desc, 1 limit :limit offset :offset""")
                .param("from", from)
                .param("to", to)
                .param("categories", categories.toArray(String[]::new))
                .param("minutes", creditMinutes)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> new Busy(row.getLong(1), row.getInt(2)))
                .list();
    }
}
