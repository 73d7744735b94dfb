package org.yiwang.record;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Slice;
import tools.jackson.databind.ObjectMapper;

/** SQL that reads records, for the volunteer, the organizer and the offices. */
@Repository
class RecordListStore {

    private static final String SELECT_VIEW = """
            select e.*, c.state, c.hold, c.counts_on
            from record_current c
            join record_entry e on e.volunteer_id = c.volunteer_id and e.record_id = c.record_id
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RecordListStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<RecordView> find(long volunteerId, long recordId) {
        return jdbc.sql(SELECT_VIEW + "where c.volunteer_id = :volunteer and c.record_id = :record")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .query(this::view)
                .optional();
    }

    Optional<RecordView> findSuccessor(long volunteerId, long recordId) {
        return jdbc.sql(SELECT_VIEW + "where e.volunteer_id = :volunteer and e.supersedes = :record")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .query(this::view)
                .optional();
    }

    /** Since when the first of these records that a case holds frozen is so: freezing is the last that happened to it. */
    Optional<Instant> frozenSince(long volunteerId, Collection<Long> recordIds) {
        return jdbc.sql("""
                        select s.at from record_current c
                        join lateral (select s.at from record_step s
                            where s.volunteer_id = c.volunteer_id and s.record_id = c.record_id
                            order by s.step_no desc limit 1) s on true
                        where c.volunteer_id = :volunteer and c.record_id = any(:records) and c.hold = 'CASE'
                        order by s.at limit 1""")
                .param("volunteer", volunteerId)
                .param("records", recordIds.toArray(Long[]::new))
                .query((row, i) -> instant(row, "at"))
                .optional();
    }

    List<RecordStep> steps(long volunteerId, long recordId) {
        return jdbc.sql("""
                        select state, hold, at, actor_account_id, why, evidence, rule_key, rule_version, actor_as,
                            actor_body
                        from record_step where volunteer_id = :volunteer and record_id = :record order by step_no""")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .query((row, i) -> new RecordStep(
                        RecordState.valueOf(row.getString("state")),
                        hold(row.getString("hold")),
                        instant(row, "at"),
                        row.getLong("actor_account_id"),
                        row.getString("why"),
                        row.getString("evidence"),
                        row.getString("rule_key"),
                        row.getObject("rule_version", Integer.class),
                        who(row)))
                .list();
    }

    /** How long the origin of a record, or of the one that it corrects in the end, asked it to wait when it was made. */
    Optional<Duration> asked(long volunteerId, long recordId) {
        return jdbc.sql("""
                        with recursive chain as (
                            select record_id, supersedes from record_entry
                            where volunteer_id = :volunteer and record_id = :record
                            union all
                            select e.record_id, e.supersedes from chain c
                            join record_entry e on e.volunteer_id = :volunteer and e.record_id = c.supersedes
                        )
                        select s.at, s.counts_on from chain c
                        join record_step s on s.volunteer_id = :volunteer and s.record_id = c.record_id and s.step_no = 1
                        where c.supersedes is null and s.counts_on is not null""")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .query((row, i) -> Duration.between(instant(row, "at"), instant(row, "counts_on")))
                .optional();
    }

    /** In which capacity somebody acted, from its two columns; null where it was not kept. */
    static TrailLine.@Nullable Who who(ResultSet row) throws SQLException {
        String as = row.getString("actor_as");
        return as == null ? null : new TrailLine.Who(as, row.getString("actor_body"));
    }

    Slice<RecordView> list(long volunteerId, RecordFilter filter, int page, int size) {
        List<RecordView> rows = jdbc.sql(SELECT_VIEW + """
                        where c.volunteer_id = :volunteer
                          and (:year::int is null or extract(year from c.service_date) = :year::int)
                          and (:category::text is null or c.category = :category)
                          and (c.state = :state::text or (:state::text is null and c.state <> 'SUPERSEDED'))
                          and (:kind::text is null or c.time_kind = :kind)
                        order by c.service_date desc, c.record_id desc
                        limit :limit offset :offset""")
                .param("volunteer", volunteerId)
                .param("year", filter.year(), java.sql.Types.INTEGER)
                .param("category", filter.category(), java.sql.Types.VARCHAR)
                .param("state", name(filter.state()), java.sql.Types.VARCHAR)
                .param("kind", name(filter.kind()), java.sql.Types.VARCHAR)
                .param("limit", size + 1)
                .param("offset", (page - 1) * size)
                .query(this::view)
                .list();
        return Slice.cut(rows, page, size);
    }

    List<Total> totals(long volunteerId) {
        return jdbc.sql("""
                        select year, category, credit_minutes, honour_minutes, records from record_total
                        where volunteer_id = :volunteer and records > 0 order by year desc, category""")
                .param("volunteer", volunteerId)
                .query((row, i) ->
                        new Total(row.getInt(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .list();
    }

    /** All records of a person that count, the latest day first. */
    List<RecordView> effective(long volunteerId) {
        return all(volunteerId, WhatCounts.NOW);
    }

    /** The same with those that may come to count. */
    List<RecordView> live(long volunteerId) {
        return all(volunteerId, WhatCounts.NOW_OR_LATER);
    }

    private List<RecordView> all(long volunteerId, String standing) {
        return jdbc.sql(SELECT_VIEW + "where c.volunteer_id = :volunteer and " + standing
                        + "order by c.service_date desc, c.record_id desc")
                .param("volunteer", volunteerId)
                .query(this::view)
                .list();
    }

    List<RecordView> ofActivity(long activityId) {
        return jdbc.sql(SELECT_VIEW + """
                        where c.activity_id = :activity and c.state <> 'SUPERSEDED'
                        order by e.shift_start, c.volunteer_id, e.came_at""")
                .param("activity", activityId)
                .query(this::view)
                .list();
    }

    /** Records on hold for that reason within reach, oldest first. */
    List<RecordView> held(Hold hold, Reach reach, int limit) {
        return jdbc.sql(SELECT_VIEW + """
                        where c.state = 'HELD' and c.hold = :hold
                          and (c.region_code like any(:regions) or c.organization_ancestors && :organizations)
                        order by c.service_date, c.record_id limit :limit""")
                .param("hold", hold.name())
                .param("regions", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .param("limit", limit)
                .query(this::view)
                .list();
    }

    int countHeld(Hold hold, Reach reach) {
        return jdbc.sql("""
                        select count(*) from record_current where state = 'HELD' and hold = :hold
                          and (region_code like any(:regions) or organization_ancestors && :organizations)""")
                .param("hold", hold.name())
                .param("regions", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** Whether the record's place and organization are within reach. */
    boolean isWithin(RecordView record, Reach reach) {
        return jdbc.sql("""
                        select region_code like any(:regions) or organization_ancestors && :organizations
                        from record_current where volunteer_id = :volunteer and record_id = :record""")
                .param("regions", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .param("volunteer", record.volunteerId())
                .param("record", record.recordId())
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    long effectiveMinutes(long volunteerId) {
        return jdbc.sql("""
                        select coalesce(sum(credit_minutes + honour_minutes), 0) from record_total
                        where volunteer_id = :volunteer""")
                .param("volunteer", volunteerId)
                .query((row, i) -> row.getLong(1))
                .single();
    }

    RecordView view(ResultSet row, int i) throws SQLException {
        Entry.Proof proof = json.readValue(row.getString("evidence"), Entry.Proof.class);
        return new RecordView(
                row.getLong("volunteer_id"),
                row.getLong("record_id"),
                row.getLong("activity_id"),
                row.getString("organization_name"),
                row.getString("activity_title"),
                row.getString("category"),
                row.getString("post_name"),
                row.getString("place"),
                row.getString("person_in_charge"),
                period(row, "shift_start", "shift_end"),
                period(row, "came_at", "left_at"),
                instantOrNull(row, "counted_from") == null ? null : period(row, "counted_from", "counted_to"),
                row.getInt("service_minutes"),
                row.getObject("service_date", java.time.LocalDate.class),
                TimeKind.valueOf(row.getString("time_kind")),
                proof.in(),
                proof.out(),
                row.getInt("counting_version"),
                RecordState.valueOf(row.getString("state")),
                hold(row.getString("hold")),
                row.getObject("supersedes", Long.class),
                row.getString("reason"),
                instant(row, "made_at"),
                row.getLong("shift_id"),
                row.getLong("organization_id"),
                row.getString("region_code"),
                origin(row.getString("origin")),
                instantOrNull(row, "counts_on"));
    }

    /** Entries from before origins were noted rest on attendance. */
    private static Origin origin(@Nullable String name) {
        return name == null ? Origin.ATTENDANCE : Origin.valueOf(name);
    }

    @Nullable
    private static Hold hold(@Nullable String name) {
        return name == null ? null : Hold.valueOf(name);
    }

    static Period period(ResultSet row, String start, String end) throws SQLException {
        return new Period(instant(row, start), instant(row, end));
    }

    @Nullable
    private static String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
