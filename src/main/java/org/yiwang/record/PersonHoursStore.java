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
import org.yiwang.record.PersonHours.Counted;
import org.yiwang.record.PersonHours.Minutes;
import org.yiwang.record.PersonHours.Sink;

/** SQL that sums effective records by person. */
@Component
class PersonHoursStore {

    /** Rows fetched at once of those that are read as they come. */
    private static final int FETCH = 10_000;

    private static final String SUMS = """
            coalesce(sum(c.service_minutes) filter (where c.time_kind = 'CREDIT'), 0) as credit,
            coalesce(sum(c.service_minutes) filter (where c.time_kind = 'HONOUR'), 0) as honour
            """;

    private final JdbcClient jdbc;

    PersonHoursStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Minutes of(long volunteerId, LocalDate from, LocalDate upTo) {
        return jdbc.sql("select " + SUMS + """
                        from record_current c
                        where c.volunteer_id = :volunteer and c.state = 'EFFECTIVE'
                          and c.service_date between :from and :upTo""")
                .param("volunteer", volunteerId)
                .param("from", from)
                .param("upTo", upTo)
                .query((row, i) -> minutes(row))
                .single();
    }

    List<Counted> recordsOf(long volunteerId, LocalDate from, LocalDate upTo) {
        return jdbc.sql("""
                        select record_id, time_kind, service_minutes from record_current
                        where volunteer_id = :volunteer and state = 'EFFECTIVE'
                          and service_date between :from and :upTo
                        order by service_date desc, record_id desc""")
                .param("volunteer", volunteerId)
                .param("from", from)
                .param("upTo", upTo)
                .query((row, i) -> new Counted(
                        new RecordKey(volunteerId, row.getLong("record_id")),
                        TimeKind.valueOf(row.getString("time_kind")) == TimeKind.CREDIT
                                ? new Minutes(row.getInt("service_minutes"), 0)
                                : new Minutes(0, row.getInt("service_minutes"))))
                .list();
    }

    void ofAll(LocalDate from, LocalDate upTo, Sink sink) {
        try (var people = jdbc
                .sql("select c.volunteer_id, " + SUMS + """
                        from record_current c
                        where c.state = 'EFFECTIVE' and c.service_date between :from and :upTo
                        group by c.volunteer_id""")
                .withFetchSize(FETCH)
                .param("from", from)
                .param("upTo", upTo)
                .query((row, i) -> Map.entry(row.getLong("volunteer_id"), minutes(row)))
                .stream()) {
            people.forEach(one -> sink.person(one.getKey(), one.getValue()));
        }
    }

    Map<Long, Minutes> ofRecords(Collection<RecordKey> keys, LocalDate from, LocalDate upTo) {
        Map<Long, Minutes> found = new HashMap<>();
        jdbc.sql("select c.volunteer_id, " + SUMS + """
                        from unnest(:people::bigint[], :records::bigint[]) k(volunteer_id, record_id)
                        join record_current c on c.volunteer_id = k.volunteer_id and c.record_id = k.record_id
                        where c.state = 'EFFECTIVE' and c.service_date between :from and :upTo
                        group by c.volunteer_id""")
                .param("people", keys.stream().map(RecordKey::volunteerId).toArray(Long[]::new))
                .param("records", keys.stream().map(RecordKey::recordId).toArray(Long[]::new))
                .param("from", from)
                .param("upTo", upTo)
                .query((row, i) -> found.put(row.getLong("volunteer_id"), minutes(row)))
                .list();
        return found;
    }

    private static Minutes minutes(ResultSet row) throws SQLException {
        return new Minutes(row.getLong("credit"), row.getLong("honour"));
    }
}
