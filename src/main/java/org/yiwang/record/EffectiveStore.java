package org.yiwang.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.record.EffectiveRecords.Effective;

/** SQL that reads what counts, without the entries behind it. */
@Repository
class EffectiveStore {

    private final JdbcClient jdbc;

    EffectiveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Effective> of(Collection<Long> volunteerIds) {
        return jdbc.sql("""
                        select volunteer_id, record_id, service_date, time_kind, service_minutes, category,
                            organization_ancestors
                        from record_current where volunteer_id = any(:people) and state = 'EFFECTIVE'
                        order by volunteer_id, service_date, record_id""")
                .param("people", volunteerIds.toArray(Long[]::new))
                .query(EffectiveStore::effective)
                .list();
    }

    private static Effective effective(ResultSet row, int i) throws SQLException {
        return new Effective(
                new RecordKey(row.getLong("volunteer_id"), row.getLong("record_id")),
                row.getObject("service_date", LocalDate.class),
                TimeKind.valueOf(row.getString("time_kind")),
                row.getInt("service_minutes"),
                row.getString("category"),
                List.of((Long[]) row.getArray("organization_ancestors").getArray()));
    }
}
