package org.yiwang.entry;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;

/** Minutes entered by hand, by organization and week: the sums, and the moves that they are the sums of. */
@Component
class QuotaStore {

    private final JdbcClient jdbc;

    QuotaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Uses minutes of the week if both limits allow it; false if not, and then nothing is used. The row of the week is
     * locked by the update, so that two at once never use more than the limit together.
     */
    boolean use(long organizationId, LocalDate week, int minutes, QuotaRule.Limits limits, Instant at) {
        jdbc.sql("""
                        insert into entry_quota_used (organization_id, week, minutes, limit_minutes)
                        values (:organization, :week, 0, :limit)
                        on conflict do nothing""")
                .param("organization", organizationId)
                .param("week", week)
                .param("limit", limits.weekMinutes())
                .update();
        boolean used = jdbc.sql("""
                        update entry_quota_used q set minutes = q.minutes + :minutes, limit_minutes = :limit
                        where q.organization_id = :organization and q.week = :week and q.minutes + :minutes <= :limit
                          and q.minutes + :minutes + coalesce((
                              select sum(e.minutes) from entry_quota_used e
                              where e.organization_id = :organization and e.week > :from and e.week < :week), 0)
                              <= :year""")
                        .param("organization", organizationId)
                        .param("week", week)
                        .param("from", week.minusWeeks(limits.weeks()))
                        .param("minutes", minutes)
                        .param("limit", limits.weekMinutes())
                        .param("year", limits.yearMinutes())
                        .update()
                == 1;
        if (used) {
            move(organizationId, week, "USED", minutes, at);
        }
        return used;
    }

    /** Gives back minutes that were used in that week. */
    void giveBack(long organizationId, LocalDate week, int minutes, Instant at) {
        int found = jdbc.sql("""
                        update entry_quota_used set minutes = minutes - :minutes
                        where organization_id = :organization and week = :week and minutes >= :minutes""")
                .param("organization", organizationId)
                .param("week", week)
                .param("minutes", minutes)
                .update();
        if (found == 1) {
            move(organizationId, week, "BACK", -minutes, at);
        }
    }

    private void move(long organizationId, LocalDate week, String what, int minutes, Instant at) {
        jdbc.sql("""
                        insert into entry_quota_move (organization_id, week, id, what, minutes, at)
                        values (:organization, :week, :id, :what, :minutes, :at)""")
                .param("organization", organizationId)
                .param("week", week)
                .param("id", Ids.next())
                .param("what", what)
                .param("minutes", minutes)
                .param("at", utc(at))
                .update();
    }

    /**
     * Computes the sums anew from their moves: nothing where nothing moved.
     *
     * @return how many were otherwise
     */
    int rebuild() {
        return jdbc.sql("""
                        with moved as (
                            select organization_id, week, sum(minutes)::int as minutes from entry_quota_move
                            group by organization_id, week),
                        sums as (
                            select organization_id, week, coalesce(m.minutes, 0) as minutes
                            from moved m full join entry_quota_used using (organization_id, week))
                        insert into entry_quota_used as q (organization_id, week, minutes, limit_minutes)
                        select organization_id, week, minutes, minutes from sums
                        on conflict (organization_id, week) do update
                            set minutes = excluded.minutes, limit_minutes = greatest(q.limit_minutes, excluded.minutes)
                            where q.minutes <> excluded.minutes""").update();
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

    /** In so many weeks that end with this one. */
    int usedInYear(long organizationId, LocalDate week, int weeks) {
        return jdbc.sql("""
                        select coalesce(sum(minutes), 0) from entry_quota_used
                        where organization_id = :organization and week > :from and week <= :week""")
                .param("organization", organizationId)
                .param("from", week.minusWeeks(weeks))
                .param("week", week)
                .query((row, i) -> row.getInt(1))
                .single();
    }
}
