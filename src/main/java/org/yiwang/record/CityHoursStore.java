package org.yiwang.record;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums over the records of everybody. */
@Component
class CityHoursStore {

    private final JdbcClient jdbc;

    CityHoursStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long minutes(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select coalesce(sum(credit_minutes + honour_minutes + waiting_minutes), 0) from record_activity_total
                        where service_date between :from and :to""")
                .param("from", from)
                .param("to", to)
                .query((row, i) -> row.getLong(1))
                .single();
    }
}
