package org.yiwang.record;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.attendance.Evidence;
import org.yiwang.record.ActivityTotalStore.Share;
import org.yiwang.record.RecordStore.Applied;

/** SQL that puts records on public notice and lets them count when it is over, many in one statement. */
@Repository
class NoticeStore {

    private static final String[] TWO_SIDED = Arrays.stream(Evidence.Way.values())
            .filter(Evidence.Way::isTwoSided)
            .map(Enum::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final ActivityTotalStore totals;

    NoticeStore(JdbcClient jdbc, ActivityTotalStore totals) {
        this.jdbc = jdbc;
        this.totals = totals;
    }

    /**
     * Puts the pending records of an activity on public notice, with their steps.
     *
     * @param oneSided those both ends of which rest on an organizer's word, or all others
     */
    List<Told> publish(long activityId, boolean oneSided, Instant countsOn, Instant at, Applied rule) {
        return jdbc.sql("""
                        with due as (
                            select c.volunteer_id, c.record_id from record_current c
                            join record_entry e on e.volunteer_id = c.volunteer_id and e.record_id = c.record_id
                            where c.activity_id = :activity and c.state = 'PENDING'
                              and :oneSided = not coalesce(e.evidence #>> '{in,way}' = any(:twoSided)
                                                            or e.evidence #>> '{out,way}' = any(:twoSided), false)
                            order by 1, 2 for update of c
                        ), moved as (
                            update record_current c set state = 'NOTICE', counts_on = :countsOn from due d
                            where c.volunteer_id = d.volunteer_id and c.record_id = d.record_id
                            returning c.volunteer_id, c.record_id, c.service_minutes
                        ), steps as (
                            insert into record_step (volunteer_id, record_id, step_no, state, at, actor_account_id, why,
                                rule_key, rule_version, counts_on)
                            select m.volunteer_id, m.record_id,
                                   (select max(s.step_no) + 1 from record_step s
                                    where s.volunteer_id = m.volunteer_id and s.record_id = m.record_id),
                                   'NOTICE', :at, 0, 'record.why.activity-closed', :ruleKey, :ruleVersion, :countsOn
                            from moved m
                        )
                        select m.volunteer_id, m.record_id, m.service_minutes, e.activity_title, e.service_date
                        from moved m join record_entry e using (volunteer_id, record_id)
                        order by m.volunteer_id, m.record_id""")
                .param("activity", activityId)
                .param("oneSided", oneSided)
                .param("twoSided", TWO_SIDED)
                .param("countsOn", utc(countsOn))
                .param("at", utc(at))
                .param("ruleKey", rule.key())
                .param("ruleVersion", rule.version())
                .query((row, i) -> new Told(
                        row.getLong(1),
                        row.getLong(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    /**
     * Makes records effective whose notice is over, at most that many, with steps and totals. Those of a person about whose
     * records somebody decides at this moment, or which another node has in hand, are left for the next time.
     */
    List<Told> count(Instant now, int limit, Applied rule) {
        return jdbc.sql("""
                        with over as materialized (
                            select volunteer_id, record_id from record_current
                            where state = 'NOTICE' and counts_on <= :now
                            order by counts_on, volunteer_id, record_id limit :limit
                        ), people as materialized (
                            select volunteer_id from (select distinct volunteer_id from over order by 1 offset 0) p
                            where pg_try_advisory_xact_lock(volunteer_id)
                        ), due as materialized (
                            select c.volunteer_id, c.record_id from over o
                            join people p on p.volunteer_id = o.volunteer_id
                            join record_current c on c.volunteer_id = o.volunteer_id and c.record_id = o.record_id
                            where c.state = 'NOTICE' and c.counts_on <= :now
                            order by 1, 2 for update of c skip locked
                        ), moved as (
                            update record_current c set state = 'EFFECTIVE' from due d
                            where c.volunteer_id = d.volunteer_id and c.record_id = d.record_id
                            returning c.volunteer_id, c.record_id, c.activity_id, c.service_date, c.category, c.time_kind,
                                c.service_minutes, c.region_code, c.organization_id, c.organization_ancestors
                        ), steps as (
                            insert into record_step (volunteer_id, record_id, step_no, state, at, actor_account_id, why,
                                rule_key, rule_version)
                            select m.volunteer_id, m.record_id,
                                   (select max(s.step_no) + 1 from record_step s
                                    where s.volunteer_id = m.volunteer_id and s.record_id = m.record_id),
                                   'EFFECTIVE', :now, 0, 'record.why.notice-over', :ruleKey, :ruleVersion
                            from moved m
                        ), totals as (
                            insert into record_total as t
                                (volunteer_id, year, category, credit_minutes, honour_minutes, records)
                            select volunteer_id, extract(year from service_date)::int, category,
                                   coalesce(sum(service_minutes) filter (where time_kind = 'CREDIT'), 0),
                                   coalesce(sum(service_minutes) filter (where time_kind = 'HONOUR'), 0),
                                   count(*)
                            from moved group by 1, 2, 3 order by 1, 2, 3
                            on conflict (volunteer_id, year, category) do update set
                                credit_minutes = t.credit_minutes + excluded.credit_minutes,
                                honour_minutes = t.honour_minutes + excluded.honour_minutes,
                                records = t.records + excluded.records
                        )
                        select m.*, e.activity_title from moved m join record_entry e using (volunteer_id, record_id)
                        order by m.volunteer_id, m.record_id""")
                .param("now", utc(now))
                .param("limit", limit)
                .param("ruleKey", rule.key())
                .param("ruleVersion", rule.version())
                .query((row, i) -> {
                    int minutes = row.getInt("service_minutes");
                    TimeKind kind = TimeKind.valueOf(row.getString("time_kind"));
                    totals.add(
                            RecordStore.where(row),
                            Share.of(RecordState.EFFECTIVE, kind, minutes)
                                    .minus(Share.of(RecordState.NOTICE, kind, minutes)));
                    return new Told(
                            row.getLong("volunteer_id"),
                            row.getLong("record_id"),
                            minutes,
                            row.getString("activity_title"),
                            row.getObject("service_date", LocalDate.class));
                })
                .list();
    }

    /**
     * A record of which its volunteer is told.
     *
     * @param volunteerId whose
     * @param recordId which
     * @param serviceMinutes how much
     * @param title name of the activity
     * @param serviceDate the day
     */
    record Told(long volunteerId, long recordId, int serviceMinutes, String title, LocalDate serviceDate) {}
}
