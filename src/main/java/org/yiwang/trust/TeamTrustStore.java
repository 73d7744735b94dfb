package org.yiwang.trust;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that sums up trust by organization. */
@Repository
class TeamTrustStore {

    private final JdbcClient jdbc;

    TeamTrustStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, TeamTrust.Grades> grades(Collection<Long> activities) {
        Map<Long, TeamTrust.Grades> found = new HashMap<>();
        jdbc.sql("""
                        select activity_id, count(*)::int, (count(*) filter (where grade in ('A', 'B')))::int
                        from trust_grade where activity_id = any(:activities) group by 1""").param("activities", activities.toArray(Long[]::new)).query(row -> {
            found.put(row.getLong(1), new TeamTrust.Grades(row.getInt(2), row.getInt(3)));
        });
        return found;
    }

    Map<Long, Honesty.View> checks(Collection<Long> organizations, LocalDate from, LocalDate to) {
        Map<Long, Honesty.View> found = new HashMap<>();
        days("""
                select organization_id, count(*)::int, (count(*) filter (where outcome = 'CONFIRMED'))::int
                from trust_sample_item
                where organization_id = any(:organizations) and why = 'RANDOM' and service_date between :from and :to
                  and outcome is not null and outcome <> 'NOT_REACHED'
                group by 1""", organizations, from, to).query(row -> {
            found.put(row.getLong(1), new Honesty.View(row.getLong(1), row.getInt(2), row.getInt(3)));
        });
        return found;
    }

    Set<Long> sanctioned(Collection<Long> organizations, LocalDate from, LocalDate to) {
        return new HashSet<>(days("""
                select distinct subject_id from trust_sanction
                where subject_kind = 'ORGANIZATION' and subject_id = any(:organizations) and lifted_at is null
                  and imposed_on <= :to and coalesce(ends_on, imposed_on + 1) > :from""", organizations, from, to)
                .query((row, i) -> row.getLong(1))
                .list());
    }

    /** Sanctions whose days were over before, but that last until hours are regained. */
    List<Long> regaining(Collection<Long> organizations, LocalDate from, LocalDate to) {
        return days("""
                select sanction_id from trust_sanction
                where subject_kind = 'ORGANIZATION' and subject_id = any(:organizations) and lifted_at is null
                  and minutes_to_regain > 0 and imposed_on <= :to and ends_on <= :from""", organizations, from, to)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    private JdbcClient.StatementSpec days(String sql, Collection<Long> organizations, LocalDate from, LocalDate to) {
        return jdbc.sql(sql)
                .param("organizations", organizations.toArray(Long[]::new))
                .param("from", from)
                .param("to", to);
    }
}
