package org.yiwang.record;

import static org.yiwang.platform.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that reads the records that count. */
@Repository
class CountedStore {

    private static final String SELECT = """
            select e.volunteer_id, e.record_id, e.activity_id, e.organization_id, e.activity_title, e.category, e.came_at,
                e.left_at, e.service_date, e.service_minutes, e.time_kind, coalesce(first.at, e.made_at) as since,
                coalesce(first.left_at, e.left_at) as first_left_at
            from record_current c
            join record_entry e on e.volunteer_id = c.volunteer_id and e.record_id = c.record_id
            left join lateral (
                with recursive chain as (
                    select e.record_id, e.supersedes, e.left_at
                    union all
                    select b.record_id, b.supersedes, b.left_at
                    from chain join record_entry b on b.volunteer_id = e.volunteer_id and b.record_id = chain.supersedes)
                select s.at, chain.left_at
                from chain join record_step s on s.volunteer_id = e.volunteer_id and s.record_id = chain.record_id
                    and s.state = 'EFFECTIVE'
                order by s.at, chain.record_id limit 1) first on true
            where c.state = 'EFFECTIVE'
            """;

    private final JdbcClient jdbc;

    CountedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Counted> ofDays(long volunteerId, Collection<LocalDate> days) {
        return jdbc.sql(SELECT + """
                        and c.volunteer_id = :volunteer and c.service_date = any(:days::date[])
                        order by e.came_at, e.record_id""")
                .param("volunteer", volunteerId)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query((row, i) -> counted(row))
                .list();
    }

    Set<LocalDate> daysOf(long volunteerId, Collection<Long> recordIds) {
        return new HashSet<>(jdbc.sql("""
                        select service_date from record_current
                        where volunteer_id = :volunteer and record_id = any(:records)""")
                .param("volunteer", volunteerId)
                .param("records", recordIds.toArray(Long[]::new))
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .list());
    }

    Set<LocalDate> daysOf(long volunteerId) {
        return new HashSet<>(jdbc.sql("""
                        select service_date from record_current where volunteer_id = :volunteer and state = 'EFFECTIVE'""")
                .param("volunteer", volunteerId)
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .list());
    }

    List<Counted> between(LocalDate from, LocalDate to, long after, int people) {
        return jdbc.sql(SELECT + """
                        and c.service_date between :from and :to and c.volunteer_id in (
                            select distinct volunteer_id from record_current
                            where state = 'EFFECTIVE' and service_date between :from and :to and volunteer_id > :after
                            order by volunteer_id limit :people)
                        order by e.volunteer_id, e.came_at, e.record_id""")
                .param("from", from)
                .param("to", to)
                .param("after", after)
                .param("people", people)
                .query((row, i) -> counted(row))
                .list();
    }

    List<Long> peopleAfter(long volunteerId, int limit) {
        return jdbc.sql("""
                        select distinct volunteer_id from record_current
                        where state = 'EFFECTIVE' and volunteer_id > :after order by 1 limit :limit""")
                .param("after", volunteerId)
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                new RecordKey(row.getLong("volunteer_id"), row.getLong("record_id")),
                row.getLong("activity_id"),
                row.getLong("organization_id"),
                row.getString("activity_title"),
                row.getString("category"),
                instant(row, "came_at"),
                instant(row, "left_at"),
                row.getObject("service_date", LocalDate.class),
                row.getInt("service_minutes"),
                TimeKind.valueOf(row.getString("time_kind")),
                instant(row, "since"),
                instant(row, "first_left_at"));
    }
}
