package org.yiwang.record;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.RecordEvidence.Drawable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** SQL that reads records with their evidence in bulk. */
@Repository
class RecordEvidenceStore {

    private static final String SELECT = """
            select e.*, c.state, c.organization_ancestors
            from record_current c
            join record_entry e on e.volunteer_id = c.volunteer_id and e.record_id = c.record_id
            """;

    /** May be judged: the activity is closed, and the record neither void nor replaced. */
    private static final String JUDGED = "c.state in ('NOTICE', 'HELD', 'EFFECTIVE')";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RecordEvidenceStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<RecordFacts> find(Collection<RecordKey> keys) {
        return keyed(SELECT + """
                join unnest(:volunteers::bigint[], :records::bigint[]) as k(v, r)
                  on k.v = c.volunteer_id and k.r = c.record_id
                order by c.record_id""", keys).query(this::facts).list();
    }

    List<RecordFacts> ofActivities(Collection<Long> activityIds) {
        return jdbc.sql(SELECT + "where c.activity_id = any(:activities) and " + JUDGED
                        + " order by c.activity_id, c.record_id")
                .param("activities", activityIds.toArray(Long[]::new))
                .query(this::facts)
                .list();
    }

    List<Drawable> firstMade(RegionCode region, Instant from, Instant before) {
        return jdbc.sql("""
                        with recursive line as (
                            select e.volunteer_id, e.record_id as first_id, e.record_id, 1 as place
                            from record_entry e
                            where e.supersedes is null and e.region_code like :region
                              and e.made_at >= :from and e.made_at < :before
                            union all
                            select l.volunteer_id, l.first_id, e.record_id, l.place + 1
                            from line l
                            join record_entry e on e.volunteer_id = l.volunteer_id and e.supersedes = l.record_id),
                        newest as (
                            select distinct on (volunteer_id, first_id) volunteer_id, first_id, record_id
                            from line order by volunteer_id, first_id, place desc),
                        stood as (
                            select distinct on (l.volunteer_id, l.first_id) l.volunteer_id, l.first_id, s.state
                            from line l
                            join record_step s on s.volunteer_id = l.volunteer_id and s.record_id = l.record_id
                            where s.at < :before
                            order by l.volunteer_id, l.first_id, l.place desc, s.step_no desc)
                        select e.*, c.state, c.organization_ancestors, n.first_id
                        from newest n
                        join record_current c on c.volunteer_id = n.volunteer_id and c.record_id = n.record_id
                        join record_entry e on e.volunteer_id = n.volunteer_id and e.record_id = n.record_id
                        left join stood s on s.volunteer_id = n.volunteer_id and s.first_id = n.first_id
                        where s.state is distinct from 'VOID'
                        order by n.first_id""")
                .param("region", region.value() + "%")
                .param("from", utc(from))
                .param("before", utc(before))
                .query((row, i) -> new Drawable(facts(row, i), row.getLong("first_id")))
                .list();
    }

    boolean isAnyFirstMade(RegionCode region, Instant from, Instant before) {
        return jdbc.sql("""
                        select exists (select 1 from record_entry e
                            where e.supersedes is null and e.region_code like :region
                              and e.made_at >= :from and e.made_at < :before)""")
                .param("region", region.value() + "%")
                .param("from", utc(from))
                .param("before", utc(before))
                .query(Boolean.class)
                .single();
    }

    List<Long> activitiesUnder(long organizationId, LocalDate since) {
        return jdbc.sql("select distinct c.activity_id from record_current c "
                        + "where c.organization_ancestors @> array[:organization]::bigint[] "
                        + "and c.service_date >= :since and " + JUDGED)
                .param("organization", organizationId)
                .param("since", since)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    List<Long> activitiesOfPerson(long volunteerId, LocalDate since) {
        return jdbc.sql("select distinct c.activity_id from record_current c "
                        + "where c.volunteer_id = :volunteer and c.service_date >= :since and " + JUDGED)
                .param("volunteer", volunteerId)
                .param("since", since)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    List<Long> activitiesAfter(long activityId, int limit) {
        return jdbc.sql("select distinct c.activity_id from record_current c where c.activity_id > :after and " + JUDGED
                        + " order by 1 limit :limit")
                .param("after", activityId)
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    List<Long> activitiesOf(long organizationId, LocalDate from, LocalDate to) {
        return jdbc.sql("select distinct c.activity_id from record_current c "
                        + "where c.organization_ancestors @> array[:organization]::bigint[] "
                        + "and c.organization_id = :organization and c.service_date between :from and :to and "
                        + JUDGED)
                .param("organization", organizationId)
                .param("from", from)
                .param("to", to)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    Set<Long> activitiesAround(Collection<RecordKey> keys) {
        return new HashSet<>(keyed("""
                select c.activity_id from record_current c
                join unnest(:volunteers::bigint[], :records::bigint[]) as k(v, r)
                  on k.v = c.volunteer_id and k.r = c.record_id
                union
                select e.activity_id from record_entry e
                where e.volunteer_id = any(:volunteers) and e.origin <> 'ATTENDANCE'""", keys).query((row, i) -> row.getLong(1)).list());
    }

    Set<RecordKey> knownBefore(Collection<RecordKey> keys) {
        return new HashSet<>(keyed("""
                select k.v, k.r from unnest(:volunteers::bigint[], :records::bigint[]) as k(v, r)
                join record_current c on c.volunteer_id = k.v and c.record_id = k.r
                where exists (select 1 from record_current b
                              where b.volunteer_id = k.v and b.organization_id = c.organization_id
                                and b.state = 'EFFECTIVE' and b.time_kind = 'CREDIT'
                                and b.service_date < c.service_date)""", keys)
                .query((row, i) -> new RecordKey(row.getLong(1), row.getLong(2)))
                .list());
    }

    long creditMinutesOf(long volunteerId, LocalDate since) {
        return jdbc.sql("select " + WhatCounts.CREDIT_MINUTES
                        + " from record_current c where c.volunteer_id = :volunteer and c.service_date >= :since and "
                        + WhatCounts.NOW)
                .param("volunteer", volunteerId)
                .param("since", since)
                .query((row, i) -> row.getLong(1))
                .single();
    }

    long creditMinutesFor(long organizationId, LocalDate since) {
        return jdbc.sql("""
                        select coalesce(sum(credit_minutes), 0) from record_activity_total
                        where organization_ancestors @> array[:organization]::bigint[]
                          and organization_id = :organization and service_date >= :since""")
                .param("organization", organizationId)
                .param("since", since)
                .query((row, i) -> row.getLong(1))
                .single();
    }

    private JdbcClient.StatementSpec keyed(String sql, Collection<RecordKey> keys) {
        return jdbc.sql(sql)
                .param("volunteers", keys.stream().map(RecordKey::volunteerId).toArray(Long[]::new))
                .param("records", keys.stream().map(RecordKey::recordId).toArray(Long[]::new));
    }

    private RecordFacts facts(ResultSet row, int i) throws SQLException {
        String origin = row.getString("origin");
        JsonNode evidence = json.readTree(row.getString("evidence"));
        return new RecordFacts(
                new RecordKey(row.getLong("volunteer_id"), row.getLong("record_id")),
                origin == null ? Origin.ATTENDANCE : Origin.valueOf(origin),
                row.getLong("activity_id"),
                row.getString("activity_title"),
                row.getLong("organization_id"),
                row.getString("organization_name"),
                List.of((Long[]) row.getArray("organization_ancestors").getArray()),
                new RegionCode(row.getString("region_code")),
                RecordListStore.period(row, "shift_start", "shift_end"),
                RecordListStore.period(row, "came_at", "left_at"),
                row.getInt("service_minutes"),
                row.getObject("service_date", LocalDate.class),
                end(evidence.get("in")),
                end(evidence.get("out")),
                row.getObject("supersedes") != null,
                TimeKind.valueOf(row.getString("time_kind")),
                row.getLong("made_by"),
                instant(row, "made_at"),
                RecordState.valueOf(row.getString("state")));
    }

    @Nullable
    private Evidence end(@Nullable JsonNode end) {
        return end == null || end.isNull() ? null : json.treeToValue(end, Evidence.class);
    }
}
