package org.yiwang.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Period;
import org.yiwang.platform.CopyRows;
import org.yiwang.record.ActivityTotalStore.Share;
import org.yiwang.record.ActivityTotalStore.Where;
import org.yiwang.record.RecordIntake.Made;
import org.yiwang.record.RecordIntake.Source;

/**
 * SQL that writes many new records at once, of many people: one statement to lock them, one to read what they have, one
 * COPY for each table. What {@link RecordStore#insert} writes for one record, column by column.
 */
@Repository
class IntakeStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate database;
    private final CopiedRecords rows;
    private final ActivityTotalStore totals;

    IntakeStore(JdbcClient jdbc, JdbcTemplate database, CopiedRecords rows, ActivityTotalStore totals) {
        this.jdbc = jdbc;
        this.database = database;
        this.rows = rows;
        this.totals = totals;
    }

    /**
     * Makes everything about the records of these people wait its turn until the transaction ends; in the order of their
     * ids, so that two batches never wait for each other crosswise.
     */
    void lock(List<RecordDraft> drafts) {
        jdbc.sql("""
                        select count(pg_advisory_xact_lock(person))
                        from (select person from unnest(:people::bigint[]) person order by person offset 0) p""")
                .param("people", people(drafts))
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** Records made before of the same sources. */
    Map<Source, Long> known(Origin origin, List<RecordDraft> drafts) {
        Map<Source, Long> known = new HashMap<>();
        jdbc.sql("""
                        select e.volunteer_id, e.source_id, e.record_id
                        from unnest(:people::bigint[], :sources::bigint[]) as s (person, source)
                        join record_entry e on e.volunteer_id = s.person and e.origin = :origin and e.source_id = s.source""")
                .param("people", drafts.stream().map(RecordDraft::volunteerId).toArray(Long[]::new))
                .param("sources", drafts.stream().map(RecordDraft::sourceId).toArray(Long[]::new))
                .param("origin", origin.name())
                .query((row, i) -> known.put(
                        new Source(row.getLong("volunteer_id"), row.getLong("source_id")), row.getLong("record_id")))
                .list();
        return known;
    }

    /** Spans of these people's live records on the days of the drafts and around them, by person. */
    Map<Long, List<Period>> liveSpans(List<RecordDraft> drafts) {
        Map<Long, Period> around = new HashMap<>();
        for (RecordDraft draft : drafts) {
            around.merge(draft.volunteerId(), draft.served(), IntakeStore::hull);
        }
        List<Map.Entry<Long, Period>> people = List.copyOf(around.entrySet());
        Map<Long, List<Period>> live = new HashMap<>();
        jdbc.sql("""
                        select c.volunteer_id, lower(c.live_span) as span_start, upper(c.live_span) as span_end
                        from unnest(:people::bigint[], :starts::timestamptz[], :ends::timestamptz[]) as s (person, first, last)
                        join record_current c on c.volunteer_id = s.person
                            and c.live_span && tstzrange(s.first - interval '2 days', s.last + interval '2 days')""")
                .param("people", people.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param(
                        "starts",
                        people.stream()
                                .map(e -> e.getValue().start().toString())
                                .toArray(String[]::new))
                .param(
                        "ends",
                        people.stream().map(e -> e.getValue().end().toString()).toArray(String[]::new))
                .query((row, i) -> live.computeIfAbsent(row.getLong("volunteer_id"), v -> new ArrayList<>())
                        .add(RecordListStore.period(row, "span_start", "span_end")))
                .list();
        return live;
    }

    /** Writes the records with their first step and their share in the totals of activities. */
    void insert(List<Made> made, Instant countsOn, String why) {
        if (made.isEmpty()) {
            return;
        }
        copy(CopiedRecords.ENTRY, made, (to, m) -> rows.entry(to, m.entry()));
        copy(
                CopiedRecords.CURRENT,
                made,
                (to, m) -> CopiedRecords.current(to, m.entry(), m.standing(), m.waitsUntil(countsOn)));
        copy(
                CopiedRecords.STEP,
                made,
                (to, m) -> CopiedRecords.step(to, m.entry(), 1, m.step(why), m.waitsUntil(countsOn)));
        for (Made m : made) {
            Statutory s = m.entry().statutory();
            totals.add(
                    new Where(
                            s.activityId(),
                            m.entry().serviceDate(),
                            s.category(),
                            s.regionCode(),
                            s.organizationId(),
                            s.organizationAncestors()),
                    Share.of(m.standing().state(), m.entry().kind(), m.entry().serviceMinutes()));
        }
        addToTotals(made.stream()
                .filter(m -> m.standing().state() == RecordState.EFFECTIVE)
                .map(Made::entry)
                .toList());
    }

    /** Adds what counts at once to the totals of its people. */
    private void addToTotals(List<Entry> effective) {
        if (effective.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into record_total as t
                            (volunteer_id, year, category, credit_minutes, honour_minutes, records)
                        select c.volunteer_id, extract(year from c.service_date)::int, c.category,
                               coalesce(sum(c.service_minutes) filter (where c.time_kind = 'CREDIT'), 0),
                               coalesce(sum(c.service_minutes) filter (where c.time_kind = 'HONOUR'), 0),
                               count(*)
                        from unnest(:people::bigint[], :records::bigint[]) as n (person, record)
                        join record_current c on c.volunteer_id = n.person and c.record_id = n.record
                        group by 1, 2, 3 order by 1, 2, 3
                        on conflict (volunteer_id, year, category) do update set
                            credit_minutes = t.credit_minutes + excluded.credit_minutes,
                            honour_minutes = t.honour_minutes + excluded.honour_minutes,
                            records = t.records + excluded.records""")
                .param("people", effective.stream().map(Entry::volunteerId).toArray(Long[]::new))
                .param("records", effective.stream().map(Entry::recordId).toArray(Long[]::new))
                .update();
    }

    private void copy(String sql, List<Made> made, BiConsumer<CopyRows, Made> row) {
        database.execute((ConnectionCallback<Long>) connection -> CopyRows.into(connection, sql, made, row));
    }

    private static Long[] people(List<RecordDraft> drafts) {
        return drafts.stream().map(RecordDraft::volunteerId).distinct().toArray(Long[]::new);
    }

    private static Period hull(Period a, Period b) {
        return new Period(
                a.start().isBefore(b.start()) ? a.start() : b.start(), a.end().isAfter(b.end()) ? a.end() : b.end());
    }
}
