package org.yiwang.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.record.TeamYears.Asked;
import org.yiwang.record.TeamYears.Held;
import org.yiwang.record.TeamYears.Server;
import org.yiwang.record.TeamYears.Sums;

/** SQL that sums up years of organizations. */
@Repository
class TeamYearStore {

    /** What each person did with each organization, over all years until the day asked for. */
    private static final String PERSON = """
            with person as (
                select organization_id, volunteer_id, min(service_date) as first,
                       (count(distinct service_date) filter (where service_date >= :from))::int as days,
                       (count(distinct service_date) filter (where service_date >= :before and service_date < :from))::int
                           as days_before,
                       coalesce(sum(service_minutes) filter (where service_date >= :from and time_kind = 'CREDIT'), 0) as credit,
                       coalesce(sum(service_minutes) filter (where service_date >= :from and time_kind = 'HONOUR'), 0) as honour
                from record_current c
                where organization_ancestors && :organizations and organization_id = any(:organizations)
                  and service_date <= :until and\s""" + WhatCounts.NOW + """
                group by 1, 2)
            """;

    private final JdbcClient jdbc;

    TeamYearStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, Sums> sums(Collection<Long> organizations, Asked asked, LocalDate today, ZoneId zone) {
        Map<Long, Sums> all = new HashMap<>();
        bind(PERSON + """
                select p.organization_id, 0, 0, 0,
                       count(*) filter (where days >= :activeDays),
                       coalesce(sum(credit) filter (where days >= :activeDays), 0),
                       coalesce(sum(honour) filter (where days >= :activeDays), 0),
                       count(*) filter (where days_before >= :activeDays),
                       count(*) filter (where days_before >= :activeDays and days > 0),
                       count(*) filter (where first between :from and :newcomersUntil),
                       count(*) filter (where first between :from and :newcomersUntil and days > 1)
                from person p where days > 0 or days_before > 0 group by 1""", organizations, asked).query(row -> {
            all.put(row.getLong(1), sums(row));
        });
        bind("""
                select organization_id, (count(settled_at))::int,
                       (count(*) filter (where settled_at is not null or due_on < :today))::int,
                       (count(*) filter (where (settled_at at time zone :zone)::date <= due_on))::int
                from record_clock
                where organization_id = any(:organizations) and not cancelled and ended_on between :from and :until
                group by 1""", organizations, asked)
                .param("today", today)
                .param("zone", zone.getId())
                .query(row -> {
                    Sums p = all.getOrDefault(row.getLong(1), Sums.NONE);
                    all.put(
                            row.getLong(1),
                            new Sums(
                                    row.getInt(2),
                                    row.getInt(3),
                                    row.getInt(4),
                                    p.active(),
                                    p.creditMinutes(),
                                    p.honourMinutes(),
                                    p.activeBefore(),
                                    p.stayed(),
                                    p.newcomers(),
                                    p.cameAgain()));
                });
        return all;
    }

    Map<Long, Long> closed(Collection<Long> organizations, Asked asked) {
        Map<Long, Long> closed = new HashMap<>();
        bind("""
                select activity_id, organization_id from record_clock
                where organization_id = any(:organizations) and not cancelled and settled_at is not null
                  and ended_on between :from and :until""", organizations, asked).query(row -> {
            closed.put(row.getLong(1), row.getLong(2));
        });
        return closed;
    }

    List<Held> activities(long organization, Asked asked, ZoneId zone) {
        String sql = """
                select k.activity_id, k.title, k.ended_on, k.due_on, (k.settled_at at time zone :zone)::date as settled_on,
                       count(distinct c.volunteer_id)::int as people,\s""" + WhatCounts.SUMS + """
                from record_clock k
                left join record_current c on c.activity_id = k.activity_id and\s""" + WhatCounts.NOW + """
                where k.organization_id = any(:organizations) and not k.cancelled and k.ended_on between :from and :until
                group by k.activity_id order by k.ended_on desc, k.activity_id""";
        return bind(sql, List.of(organization), asked)
                .param("zone", zone.getId())
                .query((row, i) -> new Held(
                        row.getLong("activity_id"),
                        row.getString("title"),
                        row.getObject("ended_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("settled_on", LocalDate.class),
                        row.getInt("people"),
                        row.getLong("credit"),
                        row.getLong("honour")))
                .list();
    }

    List<Server> people(long organization, Asked asked) {
        return bind(PERSON + """
                select volunteer_id, first, days, days_before, credit + honour from person
                where days > 0 or days_before > 0 order by days desc, days_before desc, volunteer_id""", List.of(organization), asked)
                .query((row, i) -> new Server(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        row.getInt(3),
                        row.getInt(4),
                        row.getLong(5)))
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, Collection<Long> organizations, Asked asked) {
        return jdbc.sql(sql)
                .param("organizations", organizations.toArray(Long[]::new))
                .param("from", asked.from())
                .param("before", asked.before())
                .param("until", asked.until())
                .param("activeDays", asked.activeDays())
                .param("newcomersUntil", asked.newcomersUntil());
    }

    private static Sums sums(ResultSet row) throws SQLException {
        return new Sums(
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getLong(6),
                row.getLong(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11));
    }
}
