package org.yiwang.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Moves the totals of activities together with their records. What a transaction changes is collected and written at its
 * end, in one statement and in the order of the keys: a batch of check-outs writes each row once, holds it only for the
 * commit, and transactions never wait for each other crosswise.
 */
@Component
class ActivityTotalStore {

    /** Service that another platform organized is summed up there: it stands in nobody's activity here. */
    private static final long ELSEWHERE = 0;

    private final JdbcClient jdbc;

    ActivityTotalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes what changes; written before the running transaction commits, or at once if none runs. */
    void add(Where where, Share change) {
        if (where.activityId == ELSEWHERE) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(Map.of(where, change));
            return;
        }
        collected().changes.merge(where, change, Share::plus);
    }

    /** Computes all totals of activities anew from the records; the number of rows written. */
    int rebuild() {
        jdbc.sql("lock table record_activity_total in exclusive mode").update();
        jdbc.sql("delete from record_activity_total").update();
        return jdbc.sql("""
                        insert into record_activity_total (activity_id, service_date, category, region_code,
                            organization_id, organization_ancestors, credit_minutes, honour_minutes, waiting_minutes,
                            records)
                        select activity_id, service_date, category, region_code, organization_id,
                               min(organization_ancestors::text)::bigint[], sum(credit_minutes), sum(honour_minutes),
                               sum(waiting_minutes), sum(records)
                        from record_share where activity_id <> 0
                        group by 1, 2, 3, 4, 5 having sum(records) > 0""").update();
    }

    private Collected collected() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Collected.class::isInstance)
                .map(Collected.class::cast)
                .filter(c -> c.isOf(this))
                .findFirst()
                .orElseGet(() -> {
                    Collected fresh = new Collected();
                    TransactionSynchronizationManager.registerSynchronization(fresh);
                    return fresh;
                });
    }

    private void write(Map<Where, Share> changes) {
        List<Map.Entry<Where, Share>> rows = new ArrayList<>(changes.entrySet());
        rows.removeIf(row -> row.getValue().equals(Share.NONE));
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into record_activity_total as t (activity_id, service_date, category, region_code,
                            organization_id, organization_ancestors, credit_minutes, honour_minutes, waiting_minutes,
                            records)
                        select a, d::date, g, r, o, x::bigint[], c, h, w, n
                        from unnest(:activities::bigint[], :days::text[], :categories::text[], :regions::text[],
                            :organizations::bigint[], :ancestors::text[], :credit::bigint[], :honour::bigint[],
                            :waiting::bigint[], :records::bigint[]) as v (a, d, g, r, o, x, c, h, w, n)
                        on conflict (activity_id, service_date, category, region_code, organization_id) do update set
                            credit_minutes = t.credit_minutes + excluded.credit_minutes,
                            honour_minutes = t.honour_minutes + excluded.honour_minutes,
                            waiting_minutes = t.waiting_minutes + excluded.waiting_minutes,
                            records = t.records + excluded.records""")
                .param("activities", longs(rows, r -> r.getKey().activityId))
                .param("days", texts(rows, r -> r.getKey().day.toString()))
                .param("categories", texts(rows, r -> r.getKey().category))
                .param("regions", texts(rows, r -> r.getKey().region))
                .param("organizations", longs(rows, r -> r.getKey().organizationId))
                .param(
                        "ancestors",
                        texts(
                                rows,
                                r -> "{"
                                        + String.join(
                                                ",",
                                                r.getKey().ancestors.stream()
                                                        .map(String::valueOf)
                                                        .toList())
                                        + "}"))
                .param("credit", longs(rows, r -> r.getValue().creditMinutes))
                .param("honour", longs(rows, r -> r.getValue().honourMinutes))
                .param("waiting", longs(rows, r -> r.getValue().waitingMinutes))
                .param("records", longs(rows, r -> r.getValue().records))
                .update();
    }

    private static <T> Object longs(List<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> Object texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /**
     * Which total a record belongs to. Equal by activity, day, category, region and organization.
     *
     * @param activityId the activity
     * @param day day of the service
     * @param category code of the table {@code category}
     * @param region where the service was
     * @param organizationId whose activity it was
     * @param ancestors that organization and all above it, as they were when the record was made
     */
    record Where(
            long activityId, LocalDate day, String category, String region, long organizationId, List<Long> ancestors)
            implements Comparable<Where> {

        private static final Comparator<Where> ORDER = Comparator.comparingLong(Where::activityId)
                .thenComparing(Where::day)
                .thenComparing(Where::category)
                .thenComparing(Where::region)
                .thenComparingLong(Where::organizationId);

        @Override
        public int compareTo(Where other) {
            return ORDER.compare(this, other);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Where where && compareTo(where) == 0;
        }

        @Override
        public int hashCode() {
            return Objects.hash(activityId, day, category, region, organizationId);
        }
    }

    /**
     * What a record adds to a total, or a change of it; as the view {@code record_share} says.
     *
     * @param creditMinutes effective credit time
     * @param honourMinutes effective honour time
     * @param waitingMinutes time that waits to count
     * @param records records that count or wait to count
     */
    record Share(long creditMinutes, long honourMinutes, long waitingMinutes, long records) {

        static final Share NONE = new Share(0, 0, 0, 0);

        static Share of(RecordState state, TimeKind kind, int minutes) {
            return switch (state) {
                case PENDING, NOTICE, HELD -> new Share(0, 0, minutes, 1);
                case EFFECTIVE -> kind == TimeKind.CREDIT ? new Share(minutes, 0, 0, 1) : new Share(0, minutes, 0, 1);
                case SUPERSEDED, VOID -> NONE;
            };
        }

        Share plus(Share other) {
            return new Share(
                    creditMinutes + other.creditMinutes,
                    honourMinutes + other.honourMinutes,
                    waitingMinutes + other.waitingMinutes,
                    records + other.records);
        }

        Share minus(Share other) {
            return plus(new Share(-other.creditMinutes, -other.honourMinutes, -other.waitingMinutes, -other.records));
        }
    }

    /** What the running transaction changes. */
    private final class Collected implements TransactionSynchronization {

        private final Map<Where, Share> changes = new HashMap<>();

        boolean isOf(ActivityTotalStore totals) {
            return totals == ActivityTotalStore.this;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write(new TreeMap<>(changes));
            changes.clear();
        }
    }
}
