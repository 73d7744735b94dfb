package org.yiwang.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.yiwang.platform.CopyRows;
import org.yiwang.record.ActivityTotalStore.Share;
import org.yiwang.record.ActivityTotalStore.Where;
import org.yiwang.record.RecordRows.Ended;
import org.yiwang.record.RecordRows.Life;
import tools.jackson.databind.ObjectMapper;

/** SQL that writes records with their whole lives, column by column what {@link RecordStore} writes step by step. */
@Repository
class RecordRowStore {

    private static final String ENTRY = """
            copy record_entry (volunteer_id, record_id, origin, pair_id, activity_id, shift_id, organization_id,
                organization_name, region_code, activity_title, category, post_name, place, person_in_charge, shift_start,
                shift_end, came_at, left_at, counted_from, counted_to, service_minutes, service_date, time_kind, evidence,
                counting_version, made_by, made_at) from stdin""";
    private static final String CURRENT = """
            copy record_current (volunteer_id, record_id, activity_id, state, hold, counts_on, live_span, service_date, category,
                time_kind, service_minutes, organization_id, organization_ancestors, region_code) from stdin""";
    private static final String STEP = """
            copy record_step (volunteer_id, record_id, step_no, state, hold, at, actor_account_id, why, rule_key, rule_version,
                actor_as, actor_body, counts_on) from stdin""";
    private static final String TOTAL = """
            copy record_total (volunteer_id, year, category, credit_minutes, honour_minutes, records) from stdin""";
    private static final String ACTIVITY_TOTAL = """
            copy record_activity_total (activity_id, service_date, category, region_code, organization_id,
                organization_ancestors, credit_minutes, honour_minutes, waiting_minutes, records) from stdin""";
    private static final String CLOCK = """
            copy record_clock (activity_id, organization_id, organization_ancestors, region_code, title, ends_at, ended_on,
                remind_on, alarm_on, due_on, settled_at) from stdin""";

    private final JdbcTemplate database;
    private final ObjectMapper json;

    RecordRowStore(JdbcTemplate database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Writes the records, their steps, and the totals of their people and activities, of which nothing is written yet. */
    long write(List<Life> lives) {
        List<Numbered> steps = new ArrayList<>(lives.size() * 3);
        Map<Year, Share> people = new TreeMap<>();
        Map<Where, Share> activities = new TreeMap<>();
        for (Life life : lives) {
            Entry e = life.entry();
            for (int i = 0; i < life.steps().size(); i++) {
                steps.add(new Numbered(e, i + 1, life.steps().get(i), life.countsOn()));
            }
            Share share = Share.of(life.standing().state(), e.kind(), e.serviceMinutes());
            Statutory s = e.statutory();
            activities.merge(
                    new Where(
                            s.activityId(),
                            e.serviceDate(),
                            s.category(),
                            s.regionCode(),
                            s.organizationId(),
                            s.organizationAncestors()),
                    share,
                    Share::plus);
            if (life.standing().state() == RecordState.EFFECTIVE) {
                people.merge(new Year(e.volunteerId(), e.serviceDate().getYear(), s.category()), share, Share::plus);
            }
        }
        activities.values().removeIf(Share.NONE::equals);
        return copy(ENTRY, lives, this::entry)
                + copy(CURRENT, lives, RecordRowStore::current)
                + copy(STEP, steps, RecordRowStore::step)
                + copy(
                        TOTAL,
                        List.copyOf(people.entrySet()),
                        (to, t) -> to.number(t.getKey().volunteerId)
                                .number(t.getKey().year)
                                .plain(t.getKey().category)
                                .number(t.getValue().creditMinutes())
                                .number(t.getValue().honourMinutes())
                                .number(t.getValue().records()))
                + copy(ACTIVITY_TOTAL, List.copyOf(activities.entrySet()), RecordRowStore::activityTotal);
    }

    /** Writes the deadlines of organizers. */
    long clocks(List<Clocked> clocks) {
        return copy(
                CLOCK,
                clocks,
                (to, c) -> to.number(c.activity.activityId())
                        .number(c.activity.organizationId())
                        .numbers(c.activity.organizationAncestors())
                        .text(c.activity.region())
                        .text(c.activity.title())
                        .plain(c.activity.endsAt())
                        .plain(c.deadline.endedOn())
                        .plain(c.deadline.remindOn())
                        .plain(c.deadline.alarmOn())
                        .plain(c.deadline.dueOn())
                        .plain(c.activity.closedAt()));
    }

    private void entry(CopyRows to, Life life) {
        Entry e = life.entry();
        Statutory s = e.statutory();
        to.number(e.volunteerId())
                .number(e.recordId())
                .plain(e.origin())
                .plain(e.pairId())
                .number(s.activityId())
                .number(s.shiftId())
                .number(s.organizationId())
                .text(s.organizationName())
                .text(s.regionCode())
                .text(s.title())
                .text(s.category())
                .text(s.postName())
                .text(s.place())
                .text(s.personInCharge())
                .plain(e.shift().start())
                .plain(e.shift().end())
                .plain(e.served().start())
                .plain(e.served().end())
                .plain(e.counted() == null ? null : e.counted().start())
                .plain(e.counted() == null ? null : e.counted().end())
                .number(e.serviceMinutes())
                .plain(e.serviceDate())
                .plain(e.kind())
                .text(json.writeValueAsString(e.proof()))
                .number(e.countingVersion())
                .number(e.madeBy())
                .plain(e.madeAt());
    }

    private static void current(CopyRows to, Life life) {
        Entry e = life.entry();
        Statutory s = e.statutory();
        to.number(e.volunteerId())
                .number(e.recordId())
                .number(s.activityId())
                .plain(life.standing().state())
                .plain(life.standing().hold())
                .plain(life.toldOn())
                .span(life.standing().claimsTime() ? e.counted() : null)
                .plain(e.serviceDate())
                .text(s.category())
                .plain(e.kind())
                .number(e.serviceMinutes())
                .number(s.organizationId())
                .numbers(s.organizationAncestors())
                .text(s.regionCode());
    }

    private static void step(CopyRows to, Numbered n) {
        RecordStep step = n.step;
        to.number(n.entry.volunteerId())
                .number(n.entry.recordId())
                .number(n.number)
                .plain(step.state())
                .plain(step.hold())
                .plain(step.at())
                .number(step.actorAccountId())
                .text(step.why())
                .plain(step.ruleKey())
                .plain(step.ruleVersion())
                .text(step.who() == null ? null : step.who().as())
                .text(step.who() == null ? null : step.who().body())
                .plain(step.state() == RecordState.NOTICE ? n.countsOn : null);
    }

    private static void activityTotal(CopyRows to, Map.Entry<Where, Share> total) {
        Where where = total.getKey();
        Share share = total.getValue();
        to.number(where.activityId())
                .plain(where.day())
                .text(where.category())
                .text(where.region())
                .number(where.organizationId())
                .numbers(where.ancestors())
                .number(share.creditMinutes())
                .number(share.honourMinutes())
                .number(share.waitingMinutes())
                .number(share.records());
    }

    private <T> long copy(String sql, List<T> things, BiConsumer<CopyRows, T> row) {
        Long rows = database.execute((ConnectionCallback<Long>) c -> CopyRows.into(c, sql, things, row));
        return rows == null ? 0 : rows;
    }

    /** An activity with the deadline of its organizer. */
    record Clocked(Ended activity, Deadline deadline) {}

    private record Numbered(
            Entry entry,
            int number,
            RecordStep step,
            @Nullable Instant countsOn) {}

    private record Year(long volunteerId, int year, String category) implements Comparable<Year> {

        @Override
        public int compareTo(Year other) {
            int people = Long.compare(volunteerId, other.volunteerId);
            int years = people != 0 ? people : Integer.compare(year, other.year);
            return years != 0 ? years : category.compareTo(other.category);
        }
    }
}
