package org.yiwang.record;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Reach;

/** All SQL about the organizers' deadlines. */
@Repository
class ClockStore {

    private final JdbcClient jdbc;

    ClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets or moves the deadline; what was told stays told unless the activity ends at another time. */
    void set(Deadline d, List<Long> ancestors, String region) {
        jdbc.sql("""
                        insert into record_clock as c (activity_id, organization_id, organization_ancestors, region_code, title,
                            ends_at, ended_on, remind_on, alarm_on, due_on)
                        values (:activity, :organization, :ancestors, :region, :title, :ends, :ended, :remind, :alarm, :due)
                        on conflict (activity_id) do update set organization_ancestors = excluded.organization_ancestors,
                            region_code = excluded.region_code, title = excluded.title,
                            ends_at = excluded.ends_at, ended_on = excluded.ended_on,
                            remind_on = excluded.remind_on, alarm_on = excluded.alarm_on, due_on = excluded.due_on,
                            reminded_at = case when c.ends_at = excluded.ends_at then c.reminded_at end,
                            alarmed_at = case when c.ends_at = excluded.ends_at then c.alarmed_at end,
                            overdue_at = case when c.ends_at = excluded.ends_at then c.overdue_at end""")
                .param("activity", d.activityId())
                .param("organization", d.organizationId())
                .param("ancestors", ancestors.toArray(Long[]::new))
                .param("region", region)
                .param("title", d.title())
                .param("ends", utc(d.endsAt()))
                .param("ended", d.endedOn())
                .param("remind", d.remindOn())
                .param("alarm", d.alarmOn())
                .param("due", d.dueOn())
                .update();
    }

    /** Organizations with open deadlines that stood below that one until now, itself included. */
    List<Long> organizationsBelow(long organizationId) {
        return jdbc.sql("""
                        select distinct organization_id from record_clock
                        where settled_at is null and not cancelled and organization_ancestors @> array[:organization]""")
                .param("organization", organizationId)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Writes who stands above an organization now, with its open deadlines. */
    void move(long organizationId, List<Long> ancestors) {
        jdbc.sql("""
                        update record_clock set organization_ancestors = :ancestors
                        where settled_at is null and not cancelled and organization_id = :organization""")
                .param("ancestors", ancestors.toArray(Long[]::new))
                .param("organization", organizationId)
                .update();
    }

    void settle(long activityId, Instant at) {
        jdbc.sql("update record_clock set settled_at = :at where activity_id = :activity and settled_at is null")
                .param("at", utc(at))
                .param("activity", activityId)
                .update();
    }

    void cancel(long activityId) {
        jdbc.sql("update record_clock set cancelled = true where activity_id = :activity")
                .param("activity", activityId)
                .update();
    }

    boolean isSettled(long activityId) {
        return jdbc.sql("select settled_at is not null from record_clock where activity_id = :activity")
                .param("activity", activityId)
                .query((row, i) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    Optional<Deadline> find(long activityId) {
        return jdbc.sql("select * from record_clock where activity_id = :activity")
                .param("activity", activityId)
                .query((row, i) -> deadline(row))
                .optional();
    }

    /** Ended, not closed, within reach; the most urgent first. */
    List<Deadline> open(Reach reach, Instant now, int limit) {
        return jdbc.sql("""
                        select * from record_clock
                        where settled_at is null and not cancelled and ends_at <= :now
                          and (region_code like any(:regions) or organization_ancestors && :organizations)
                        order by due_on, activity_id limit :limit""")
                .param("now", utc(now))
                .param("regions", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .param("limit", limit)
                .query((row, i) -> deadline(row))
                .list();
    }

    /** Takes those for which a message is due today and notes that it was sent; each is taken once. */
    List<Deadline> take(Warning warning, LocalDate today, Instant at) {
        return jdbc.sql("""
                        update record_clock set %1$s = :at
                        where activity_id in (
                            select activity_id from record_clock
                            where settled_at is null and not cancelled and %1$s is null and %2$s <= :today
                            order by due_on limit 200 for update skip locked)
                        returning *""".formatted(warning.sentColumn, warning.dateColumn))
                .param("at", utc(at))
                .param("today", today)
                .query((row, i) -> deadline(row))
                .list();
    }

    private static Deadline deadline(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Deadline(
                row.getLong("activity_id"),
                row.getLong("organization_id"),
                row.getString("title"),
                instant(row, "ends_at"),
                row.getObject("ended_on", LocalDate.class),
                row.getObject("remind_on", LocalDate.class),
                row.getObject("alarm_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                instantOrNull(row, "settled_at") != null);
    }

    /** What leaders are told, and by which dates. */
    enum Warning {
        REMIND("reminded_at", "remind_on"),
        ALARM("alarmed_at", "alarm_on"),
        OVERDUE("overdue_at", "(due_on + 1)");

        private final String sentColumn;
        private final String dateColumn;

        Warning(String sentColumn, String dateColumn) {
            this.sentColumn = sentColumn;
            this.dateColumn = dateColumn;
        }
    }
}
