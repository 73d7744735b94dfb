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

/** SQL that writes records with their whole lives, column by column what {@link RecordStore} writes step by step. */
@Repository
class RecordRowStore {

    private static final String TOTAL = """
            copy record_total (volunteer_id, year, category, credit_minutes, honour_minutes, records) from stdin""";
    private static final String ACTIVITY_TOTAL = """
            copy record_activity_total (activity_id, service_date, category, region_code, organization_id,
                organization_ancestors, credit_minutes, honour_minutes, waiting_minutes, records) from stdin""";
    private static final String CLOCK = """
            copy record_clock (activity_id, organization_id, organization_ancestors, region_code, title, ends_at, ended_on,
                remind_on, alarm_on, due_on, settled_at) from stdin""";

    private final JdbcTemplate database;
    private final CopiedRecords rows;

    RecordRowStore(JdbcTemplate database, CopiedRecords rows) {
        this.database = database;
        this.rows = rows;
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
        return copy(CopiedRecords.ENTRY, lives, (to, life) -> rows.entry(to, life.entry()))
                + copy(
                        CopiedRecords.CURRENT,
                        lives,
                        (to, life) -> CopiedRecords.current(to, life.entry(), life.standing(), life.toldOn()))
                + copy(
                        CopiedRecords.STEP,
                        steps,
                        (to, n) -> CopiedRecords.step(
                                to,
                                n.entry,
                                n.number,
                                n.step,
                                n.step.state() == RecordState.NOTICE ? n.countsOn : null))
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
