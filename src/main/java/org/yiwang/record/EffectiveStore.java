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
import org.yiwang.record.EffectiveRecords.Effective;

/** SQL that reads the records that count, one by one, and who has any. */
@Repository
class EffectiveStore {

    private static final String EFFECTIVE = """
            select c.volunteer_id, c.record_id, c.activity_id, coalesce(c.organization_id, 0) as organization_id,
                c.service_date, c.time_kind, c.service_minutes, c.category, c.organization_ancestors
            from record_current c
            where\s""" + WhatCounts.NOW;

    private static final String COUNTED = """
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
            where\s""" + WhatCounts.NOW;

    private final JdbcClient jdbc;

    EffectiveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Effective> of(Collection<Long> volunteerIds) {
        return jdbc.sql(EFFECTIVE + """
                        and c.volunteer_id = any(:people)
                        order by c.volunteer_id, c.service_date, c.record_id""")
                .param("people", volunteerIds.toArray(Long[]::new))
                .query((row, i) -> effective(row))
                .list();
    }

    List<Effective> of(Collection<Long> volunteerIds, LocalDate from, LocalDate to) {
        return jdbc.sql(EFFECTIVE + """
                        and c.volunteer_id = any(:people) and c.service_date between :from and :to
                        order by c.service_date, c.volunteer_id, c.record_id""")
                .param("people", volunteerIds.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .query((row, i) -> effective(row))
                .list();
    }

    List<Counted> ofDays(long volunteerId, Collection<LocalDate> days) {
        return jdbc.sql(COUNTED + """
                        and c.volunteer_id = :volunteer and c.service_date = any(:days::date[])
                        order by e.came_at, e.record_id""")
                .param("volunteer", volunteerId)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query((row, i) -> counted(row))
                .list();
    }

    List<Counted> between(LocalDate from, LocalDate to, long after, int people) {
        return jdbc.sql(COUNTED + """
                        and c.service_date between :from and :to and c.volunteer_id in (
                            select distinct c.volunteer_id from record_current c
                            where c.service_date between :from and :to and c.volunteer_id > :after and\s""" + WhatCounts.NOW + """
                            order by 1 limit :people)
                        order by e.volunteer_id, e.came_at, e.record_id""")
                .param("from", from)
                .param("to", to)
                .param("after", after)
                .param("people", people)
                .query((row, i) -> counted(row))
                .list();
    }

    Set<LocalDate> daysOf(long volunteerId) {
        return new HashSet<>(
                jdbc.sql("select c.service_date from record_current c where c.volunteer_id = :volunteer and "
                                + WhatCounts.NOW)
                        .param("volunteer", volunteerId)
                        .query((row, i) -> row.getObject(1, LocalDate.class))
                        .list());
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

    List<Long> peopleAfter(long volunteerId, int most) {
        return jdbc.sql("select distinct c.volunteer_id from record_current c where c.volunteer_id > :after and "
                        + WhatCounts.NOW + "order by 1 limit :most")
                .param("after", volunteerId)
                .param("most", most)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** From the totals, which hold what counts by year. */
    List<Long> peopleOfYear(int year, long after, int most) {
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

    List<Long> peopleOf(long activityId) {
        return jdbc.sql("select distinct c.volunteer_id from record_current c where c.activity_id = :activity and "
                        + WhatCounts.NOW_OR_LATER + "order by 1")
                .param("activity", activityId)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    int countPeople(long activityId) {
        return jdbc.sql(
                        "select count(distinct c.volunteer_id) from record_current c where c.activity_id = :activity and "
                                + WhatCounts.NOW)
                .param("activity", activityId)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    private static Effective effective(ResultSet row) throws SQLException {
        return new Effective(
                key(row),
                row.getLong("activity_id"),
                row.getLong("organization_id"),
                row.getObject("service_date", LocalDate.class),
                TimeKind.valueOf(row.getString("time_kind")),
                row.getInt("service_minutes"),
                row.getString("category"),
                List.of((Long[]) row.getArray("organization_ancestors").getArray()));
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                key(row),
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

    private static RecordKey key(ResultSet row) throws SQLException {
        return new RecordKey(row.getLong("volunteer_id"), row.getLong("record_id"));
    }
}
