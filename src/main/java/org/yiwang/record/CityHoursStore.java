package org.yiwang.record;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums over the records of everybody. */
@Component
class CityHoursStore {

    private final JdbcClient jdbc;

    CityHoursStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RecordSum> byDivision(LocalDate from, LocalDate to, int length) {
        return jdbc.sql("""
                        select left(region_code, :length), sum(credit_minutes), sum(honour_minutes), sum(waiting_minutes),
                            sum(records)
                        from record_activity_total where service_date between :from and :to group by 1 order by 1""")
                .param("length", length)
                .param("from", from)
                .param("to", to)
                .query((row, i) ->
                        new RecordSum(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
    }
}
