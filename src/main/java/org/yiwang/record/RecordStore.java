package org.yiwang.record;

import static org.yiwang.platform.Moments.utc;
import static org.yiwang.platform.Moments.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.ActivityTotalStore.Share;
import org.yiwang.record.ActivityTotalStore.Where;
import tools.jackson.databind.ObjectMapper;

/** SQL that writes records: entries, steps, standing and totals. Reading them is {@link RecordListStore}'s. */
@Repository
class RecordStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ActivityTotalStore totals;

    RecordStore(JdbcClient jdbc, ObjectMapper json, ActivityTotalStore totals) {
        this.jdbc = jdbc;
        this.json = json;
        this.totals = totals;
    }

    /** Makes everything about one person's records wait its turn until the transaction ends. */
    void lock(long volunteerId) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(:person)) l")
                .param("person", volunteerId)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    boolean isRecorded(long volunteerId, long pairId) {
        return jdbc.sql(
                        "select exists (select 1 from record_entry where volunteer_id = :volunteer and pair_id = :pair)")
                .param("volunteer", volunteerId)
                .param("pair", pairId)
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    /** Spans of the person's live records that touch the period, without one record if it is named. */
    List<Period> liveSpans(long volunteerId, Period around, @Nullable Long except) {
        return jdbc.sql("""
                        select lower(live_span) as span_start, upper(live_span) as span_end
                        from record_current
                        where volunteer_id = :volunteer and live_span && tstzrange(:start, :end)
                          and record_id is distinct from :except""")
                .param("volunteer", volunteerId)
                .param("start", utc(around.start()))
                .param("end", utc(around.end()))
                .param("except", except, java.sql.Types.BIGINT)
                .query((row, i) -> RecordListStore.period(row, "span_start", "span_end"))
                .list();
    }

    void insert(Entry e, Standing standing, @Nullable Applied rule) {
        insert(e, standing, rule, null);
    }

    /**
     * Writes a new record with its first step.
     *
     * @param who in which capacity whoever made it acted
     */
    void insert(Entry e, Standing standing, @Nullable Applied rule, TrailLine.@Nullable Who who) {
        insert(e, standing, rule, who, null);
    }

    /**
     * As above.
     *
     * @param evidence what shows that it is right, for the volunteer
     */
    void insert(
            Entry e,
            Standing standing,
            @Nullable Applied rule,
            TrailLine.@Nullable Who who,
            @Nullable String evidence) {
        var s = e.statutory();
        jdbc.sql("""
                        insert into record_entry (volunteer_id, record_id, origin, source_id, activity_id, shift_id, pair_id, organization_id,
                            organization_name, region_code, activity_title, category, post_name, place, person_in_charge,
                            shift_start, shift_end, came_at, left_at, counted_from, counted_to, service_minutes,
                            service_date, time_kind, evidence, counting_version, supersedes, reason, made_by, made_at)
                        values (:volunteer, :record, :origin, :source, :activity, :shift, :pair, :organization,
                            :organizationName, :region, :title, :category, :post, :place, :inCharge,
                            :shiftStart, :shiftEnd, :came, :left, :from, :to, :minutes,
                            :date, :kind, :evidence::jsonb, :counting, :supersedes, :reason, :madeBy, :madeAt)""")
                .param("volunteer", e.volunteerId())
                .param("record", e.recordId())
                .param("activity", s.activityId())
                .param("shift", s.shiftId())
                .param("origin", e.origin().name())
                .param("source", e.sourceId(), java.sql.Types.BIGINT)
                .param("pair", e.pairId(), java.sql.Types.BIGINT)
                .param("organization", s.organizationId())
                .param("organizationName", s.organizationName())
                .param("region", s.regionCode())
                .param("title", s.title())
                .param("category", s.category())
                .param("post", s.postName())
                .param("place", s.place())
                .param("inCharge", s.personInCharge())
                .param("shiftStart", utc(e.shift().start()))
                .param("shiftEnd", utc(e.shift().end()))
                .param("came", utc(e.served().start()))
                .param("left", utc(e.served().end()))
                .param(
                        "from",
                        e.counted() == null ? null : utc(e.counted().start()),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "to",
                        e.counted() == null ? null : utc(e.counted().end()),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("minutes", e.serviceMinutes())
                .param("date", e.serviceDate())
                .param("kind", e.kind().name())
                .param("evidence", json.writeValueAsString(e.proof()))
                .param("counting", e.countingVersion())
                .param("supersedes", e.supersedes(), java.sql.Types.BIGINT)
                .param("reason", e.reason(), java.sql.Types.VARCHAR)
                .param("madeBy", e.madeBy())
                .param("madeAt", utc(e.madeAt()))
                .update();
        Period span = standing.claimsTime() ? e.counted() : null;
        jdbc.sql("""
                        insert into record_current (volunteer_id, record_id, activity_id, state, hold, counts_on, live_span,
                            service_date, category, time_kind, service_minutes, organization_id, organization_ancestors,
                            region_code)
                        values (:volunteer, :record, :activity, :state, :hold, :countsOn, tstzrange(:from, :to), :date, :category,
                            :kind, :minutes, :organization, :ancestors, :region)""".replace("tstzrange(:from, :to)", span == null ? "null" : "tstzrange(:from, :to)"))
                .param("volunteer", e.volunteerId())
                .param("record", e.recordId())
                .param("activity", s.activityId())
                .param("state", standing.state().name())
                .param("hold", name(standing.hold()), java.sql.Types.VARCHAR)
                .param("countsOn", utcOrNull(standing.countsOn()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("from", span == null ? null : utc(span.start()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", span == null ? null : utc(span.end()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("date", e.serviceDate())
                .param("category", s.category())
                .param("kind", e.kind().name())
                .param("minutes", e.serviceMinutes())
                .param("organization", s.organizationId())
                .param("ancestors", s.organizationAncestors().toArray(Long[]::new))
                .param("region", s.regionCode())
                .update();
        totals.add(
                new Where(
                        s.activityId(),
                        e.serviceDate(),
                        s.category(),
                        s.regionCode(),
                        s.organizationId(),
                        s.organizationAncestors()),
                Share.of(standing.state(), e.kind(), e.serviceMinutes()));
        step(
                e.volunteerId(),
                e.recordId(),
                standing,
                new Deed(e.madeAt(), e.madeBy(), e.reason(), evidence, rule, who));
        if (standing.state() == RecordState.EFFECTIVE) {
            addToTotals(e.volunteerId(), e.recordId(), 1);
        }
    }

    /**
     * Brings a record to another standing, with its dated step and its share in the totals. Refuses with {@code
     * record.changed-meanwhile} if it does not stand as it was read, because its activity was closed at that moment or its
     * notice was over. A record that is frozen keeps the span it claims and the day its notice ends.
     */
    void move(RecordView record, Standing to, Deed deed) {
        if (record.state() == RecordState.EFFECTIVE) {
            addToTotals(record.volunteerId(), record.recordId(), -1);
        }
        boolean keepsSpan = to.isFrozen() || record.hold() == Hold.CASE && !to.isOver();
        Period span = to.claimsTime() && !keepsSpan ? record.counted() : null;
        Where where = jdbc.sql("""
                        update record_current set state = :state, hold = :hold, live_span = %s,
                            counts_on = coalesce(:countsOn, counts_on)
                        where volunteer_id = :volunteer and record_id = :record and state = :was and hold is not distinct from :wasHold
                        returning activity_id, service_date, category, region_code, organization_id,
                            organization_ancestors""".formatted(keepsSpan ? "live_span" : span == null ? "null" : "tstzrange(:from, :to)"))
                .param("state", to.state().name())
                .param("was", record.state().name())
                .param("wasHold", name(record.hold()), java.sql.Types.VARCHAR)
                .param("hold", name(to.hold()), java.sql.Types.VARCHAR)
                .param("countsOn", utcOrNull(to.countsOn()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("from", span == null ? null : utc(span.start()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", span == null ? null : utc(span.end()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("volunteer", record.volunteerId())
                .param("record", record.recordId())
                .query((row, i) -> where(row))
                .optional()
                .orElseThrow(() -> new Refusal(RecordProblem.CHANGED_MEANWHILE));
        totals.add(
                where,
                Share.of(to.state(), record.kind(), record.serviceMinutes())
                        .minus(Share.of(record.state(), record.kind(), record.serviceMinutes())));
        step(record.volunteerId(), record.recordId(), to, deed);
        if (to.state() == RecordState.EFFECTIVE) {
            addToTotals(record.volunteerId(), record.recordId(), 1);
        }
    }

    /** What a successor copies. */
    Statutory statutory(long volunteerId, long recordId) {
        return jdbc.sql("""
                        select e.*, c.organization_ancestors from record_entry e
                        join record_current c on c.volunteer_id = e.volunteer_id and c.record_id = e.record_id
                        where e.volunteer_id = :volunteer and e.record_id = :record""")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .query((row, i) -> new Statutory(
                        row.getLong("activity_id"),
                        row.getLong("shift_id"),
                        row.getLong("organization_id"),
                        row.getString("organization_name"),
                        row.getString("region_code"),
                        row.getString("activity_title"),
                        row.getString("category"),
                        row.getString("post_name"),
                        row.getString("place"),
                        row.getString("person_in_charge"),
                        List.of((Long[]) row.getArray("organization_ancestors").getArray())))
                .single();
    }

    static Where where(ResultSet row) throws SQLException {
        return new Where(
                row.getLong("activity_id"),
                row.getObject("service_date", LocalDate.class),
                row.getString("category"),
                row.getString("region_code"),
                row.getLong("organization_id"),
                List.of((Long[]) row.getArray("organization_ancestors").getArray()));
    }

    /** Computes all totals anew from the records; the number of rows written. */
    int rebuildTotals() {
        int ofActivities = totals.rebuild();
        jdbc.sql("lock table record_total in exclusive mode").update();
        jdbc.sql("delete from record_total").update();
        return ofActivities
                + jdbc.sql(
                                "insert into record_total (volunteer_id, year, category, credit_minutes, honour_minutes, records) "
                                        + WhatCounts.TOTALS + "group by 1, 2, 3")
                        .update();
    }

    private void step(long volunteerId, long recordId, Standing standing, Deed deed) {
        Applied rule = deed.rule();
        TrailLine.Who who = deed.who();
        jdbc.sql("""
                        insert into record_step (volunteer_id, record_id, step_no, state, hold, at, actor_account_id, why,
                            evidence, rule_key, rule_version, actor_as, actor_body, counts_on)
                        values (:volunteer, :record,
                            (select coalesce(max(step_no), 0) + 1 from record_step
                             where volunteer_id = :volunteer and record_id = :record),
                            :state, :hold, :at, :actor, :why, :evidence, :ruleKey, :ruleVersion, :as, :body,
                            :countsOn)""")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .param("state", standing.state().name())
                .param("hold", name(standing.hold()), java.sql.Types.VARCHAR)
                .param("countsOn", utcOrNull(standing.countsOn()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", utc(deed.at()))
                .param("actor", deed.actorAccountId())
                .param("why", deed.why(), java.sql.Types.VARCHAR)
                .param("evidence", deed.evidence(), java.sql.Types.VARCHAR)
                .param("ruleKey", rule == null ? null : rule.key(), java.sql.Types.VARCHAR)
                .param("ruleVersion", rule == null ? null : rule.version(), java.sql.Types.INTEGER)
                .param("as", who == null ? null : who.as(), java.sql.Types.VARCHAR)
                .param("body", who == null ? null : who.body(), java.sql.Types.VARCHAR)
                .update();
    }

    private void addToTotals(long volunteerId, long recordId, int sign) {
        jdbc.sql("""
                        insert into record_total as t
                            (volunteer_id, year, category, credit_minutes, honour_minutes, records)
                        select volunteer_id, extract(year from service_date)::int, category,
                               case when time_kind = 'CREDIT' then :sign * service_minutes else 0 end,
                               case when time_kind = 'HONOUR' then :sign * service_minutes else 0 end,
                               :sign
                        from record_current where volunteer_id = :volunteer and record_id = :record
                        on conflict (volunteer_id, year, category) do update set
                            credit_minutes = t.credit_minutes + excluded.credit_minutes,
                            honour_minutes = t.honour_minutes + excluded.honour_minutes,
                            records = t.records + excluded.records""")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .param("sign", sign)
                .update();
    }

    @Nullable
    private static String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /**
     * A rule that decided something.
     *
     * @param key its key
     * @param version its version
     */
    record Applied(String key, int version) {}

    /**
     * Who did something to a record, when and why.
     *
     * @param at when
     * @param actorAccountId who; 0 for the program
     * @param why reason typed, or message key
     * @param evidence what shows that it is right, if anything was named
     * @param rule rule applied, if one was
     * @param who in which capacity they acted
     */
    record Deed(
            Instant at,
            long actorAccountId,
            @Nullable String why,
            @Nullable String evidence,
            @Nullable Applied rule,
            TrailLine.@Nullable Who who) {

        Deed(Instant at, long actorAccountId, @Nullable String why, @Nullable Applied rule) {
            this(at, actorAccountId, why, null, rule, null);
        }

        Deed shownBy(@Nullable String what) {
            return new Deed(at, actorAccountId, why, what, rule, who);
        }

        Deed by(TrailLine.@Nullable Who someone) {
            return new Deed(at, actorAccountId, why, evidence, rule, someone);
        }

        /** The same, by a rule where none was named. */
        Deed under(Applied otherwise) {
            return rule != null ? this : new Deed(at, actorAccountId, why, evidence, otherwise, who);
        }
    }
}
