package org.yiwang.entry;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Minutes entered by hand, by organization and week. */
@Component
class QuotaStore {

    private static final int YEAR_DAYS = 52 * 7;

    private final JdbcClient jdbc;

    QuotaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Uses minutes of the week if both limits allow it; false if not, and then nothing is used. The row of the week is
     * locked by the update, so that two at once never use more than the limit together.
     */
    boolean use(long organizationId, LocalDate week, int minutes, QuotaRule.Limits limits) {
        jdbc.sql("""
                        insert into entry_quota_used (organization_id, week, minutes, limit_minutes)
                        values (:organization, :week, 0, :limit)
                        on conflict do nothing""")
                .param("organization", organizationId)
                .param("week", week)
                .param("limit", limits.weekMinutes())
                .update();
        return jdbc.sql("""
                        update entry_quota_used q set minutes = q.minutes + :minutes, limit_minutes = :limit
                        where q.organization_id = :organization and q.week = :week and q.minutes + :minutes <= :limit
                          and q.minutes + :minutes + coalesce((
                              select sum(e.minutes) from entry_quota_used e
                              where e.organization_id = :organization and e.week > :from and e.week < :week), 0)
                              <= :year""")
                        .param("organization", organizationId)
                        .param("week", week)
                        .param("from", week.minusDays(YEAR_DAYS))
                        .param("minutes", minutes)
                        .param("limit", limits.weekMinutes())
                        .param("year", limits.yearMinutes())
                        .update()
                == 1;
    }

    int usedInWeek(long organizationId, LocalDate week) {
        return jdbc.sql("""
                        select coalesce(sum(minutes), 0) from entry_quota_used
                        where organization_id = :organization and week = :week""")
                .param("organization", organizationId)
                .param("week", week)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** In the 52 weeks that end with this one. */
    int usedInYear(long organizationId, LocalDate week) {
        return jdbc.sql("""
                        select coalesce(sum(minutes), 0) from entry_quota_used
                        where organization_id = :organization and week > :from and week <= :week""")
                .param("organization", organizationId)
                .param("from", week.minusDays(YEAR_DAYS))
                .param("week", week)
                .query((row, i) -> row.getInt(1))
                .single();
    }
}
