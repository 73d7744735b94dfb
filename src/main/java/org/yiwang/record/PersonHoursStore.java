package org.yiwang.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.record.PersonHours.Busy;
import org.yiwang.record.PersonHours.Minutes;
import org.yiwang.record.PersonHours.Sink;

/** SQL that sums up what counts, by person. */
@Component
class PersonHoursStore {

    /** Rows fetched at once of those that are read as they come. */
    private static final int FETCH = 10_000;

    /** Counts, and lies on the days asked for. */
    private static final String COUNTS = "c.service_date between :from and :upTo and " + WhatCounts.NOW;

    private final JdbcClient jdbc;

    PersonHoursStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Minutes of(long volunteerId, LocalDate from, LocalDate upTo) {
        return on(
                        "select " + WhatCounts.SUMS + "from record_current c where c.volunteer_id = :volunteer and "
                                + COUNTS,
                        from,
                        upTo)
                .param("volunteer", volunteerId)
                .query((row, i) -> minutes(row))
                .single();
    }

    void ofAll(LocalDate from, LocalDate upTo, Sink sink) {
        try (var people = on(
                "select c.volunteer_id, " + WhatCounts.SUMS + "from record_current c where " + COUNTS
                        + "group by c.volunteer_id",
                from,
                upTo)
                .withFetchSize(FETCH)
                .query((row, i) -> Map.entry(row.getLong("volunteer_id"), minutes(row)))
                .stream()) {
            people.forEach(one -> sink.person(one.getKey(), one.getValue()));
        }
    }

    Map<Long, Minutes> ofRecords(Collection<RecordKey> keys, LocalDate from, LocalDate upTo) {
        Map<Long, Minutes> found = new HashMap<>();
        on("select c.volunteer_id, " + WhatCounts.SUMS + """
                        from unnest(:people::bigint[], :records::bigint[]) k(volunteer_id, record_id)
                        join record_current c on c.volunteer_id = k.volunteer_id and c.record_id = k.record_id
                        where\s""" + COUNTS + "group by c.volunteer_id", from, upTo)
                .param("people", keys.stream().map(RecordKey::volunteerId).toArray(Long[]::new))
                .param("records", keys.stream().map(RecordKey::recordId).toArray(Long[]::new))
                .query((row, i) -> found.put(row.getLong("volunteer_id"), minutes(row)))
                .list();
        return found;
    }

    List<Busy> atLeast(
            int creditMinutes, LocalDate from, LocalDate upTo, Collection<String> categories, int limit, int offset) {
        return on("""
                        select c.volunteer_id, sum(c.service_minutes)::int from record_current c
                        where c.time_kind = 'CREDIT'
                          and (cardinality(:categories::text[]) = 0 or c.category = any(:categories::text[]))
                          and\s""" + COUNTS + """
                        group by 1 having sum(c.service_minutes) >= :minutes
                        order by 2 desc, 1 limit :limit offset :offset""", from, upTo)
                .param("categories", categories.toArray(String[]::new))
                .param("minutes", creditMinutes)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> new Busy(row.getLong(1), row.getInt(2)))
                .list();
    }

    private JdbcClient.StatementSpec on(String sql, LocalDate from, LocalDate upTo) {
        return jdbc.sql(sql).param("from", from).param("upTo", upTo);
    }

    private static Minutes minutes(ResultSet row) throws SQLException {
        return new Minutes(row.getLong("credit"), row.getLong("honour"));
    }
}
