package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

class RecordStoreTest {

    private static final Instant NINE = Instant.parse("2026-11-14T01:00:00Z");
    private static HikariDataSource database;
    private static JdbcClient jdbc;
    private static RecordStore store;
    private static final RecordStore.Applied NOTICE_RULE = new RecordStore.Applied("record.notice", 1);
    private static RecordListStore lists;
    private static NoticeStore notices;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
        ActivityTotalStore totals = new ActivityTotalStore(jdbc);
        store = new RecordStore(jdbc, JsonMapper.builder().build(), totals);
        notices = new NoticeStore(jdbc, totals);
        lists = new RecordListStore(jdbc, JsonMapper.builder().build());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void the_database_refuses_two_live_records_of_one_person_that_overlap() {
        long person = Ids.next();
        insert(person, span(0, 120), Standing.PENDING);

        assertThatThrownBy(() -> insert(person, span(119, 180), Standing.EFFECTIVE))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("record_never_overlaps");
        insert(person, span(120, 180), Standing.EFFECTIVE);
        insert(person, span(60, 90), Standing.held(Hold.OVERLAP));
        insert(Ids.next(), span(0, 120), Standing.PENDING);
    }

    @Test
    void of_many_overlapping_records_written_at_once_exactly_one_lives() throws Exception {
        long person = Ids.next();
        AtomicInteger refused = new AtomicInteger();
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int minute = i;
            writers.add(() -> {
                try {
                    insert(person, span(minute, minute + 60), Standing.PENDING);
                    return true;
                } catch (DataIntegrityViolationException _) {
                    refused.incrementAndGet();
                    return false;
                }
            });
        }
        try (var pool = Executors.newFixedThreadPool(12)) {
            for (var done : pool.invokeAll(writers)) {
                done.get();
            }
        }
        assertThat(refused).hasValue(11);
    }

    @Test
    void nothing_changes_an_entry_or_a_step_once_written() {
        long person = Ids.next();
        insert(person, span(0, 60), Standing.PENDING);

        for (String sql : List.of(
                "update record_entry set service_minutes = 600 where volunteer_id = " + person,
                "delete from record_entry where volunteer_id = " + person,
                "update record_step set why = 'x' where volunteer_id = " + person,
                "delete from record_step where volunteer_id = " + person)) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void one_pair_makes_one_record() {
        long person = Ids.next();
        long pair = Ids.next();
        store.insert(entry(person, span(0, 60), pair, 1), Standing.PENDING, null);

        assertThat(store.isRecorded(person, pair)).isTrue();
        assertThatThrownBy(() -> store.insert(entry(person, span(60, 90), pair, 1), Standing.PENDING, null))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void totals_moved_with_every_change_equal_totals_computed_anew() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long activity = Ids.next();
        List<Long> people = List.of(Ids.next(), Ids.next(), Ids.next(), Ids.next());
        int minute = 0;
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        for (int i = 0; i < 120; i++) {
            if (random.nextInt(6) == 0) {
                // A batch: several records of the activity in one transaction, which once in a while is taken back.
                int from = minute;
                boolean back = random.nextInt(3) == 0;
                transaction.executeWithoutResult(status -> {
                    for (int k = 0; k < people.size(); k++) {
                        Period span = span(from, from + 10 + k);
                        store.insert(entry(people.get(k), span, null, activity), Standing.PENDING, null);
                    }
                    if (back) {
                        status.setRollbackOnly();
                    }
                });
                minute += 20;
            }
            long person = people.get(random.nextInt(people.size()));
            Standing first = random.nextBoolean() ? Standing.PENDING : Standing.EFFECTIVE;
            int minutes = 1 + random.nextInt(90);
            store.insert(entry(person, span(minute, minute + minutes), null, activity), first, null);
            minute += minutes;
            if (random.nextInt(3) == 0) {
                var records = lists.list(person, RecordFilter.ALL, 1, 500).items();
                RecordView one = records.get(random.nextInt(records.size()));
                if (!Standing.of(one).isOver()) {
                    store.move(one, random.nextBoolean() ? Standing.VOID : Standing.SUPERSEDED, deed());
                }
            }
            if (random.nextInt(20) == 0) {
                notices.publish(activity, false, NINE.plusSeconds(60), NINE, NOTICE_RULE);
                transaction.executeWithoutResult(_ -> notices.count(NINE.plusSeconds(60), 10, NOTICE_RULE));
            }
        }
        List<List<Total>> live = people.stream().map(lists::totals).toList();
        long effective = people.stream().mapToLong(lists::effectiveMinutes).sum();

        assertThat(activityTotals("record_activity_total"))
                .as("seed %d", seed)
                .isEqualTo(activityTotals("record_share"));
        jdbc.sql("update record_activity_total set waiting_minutes = 77 where activity_id = :activity")
                .param("activity", activity)
                .update();

        transaction.executeWithoutResult(status -> store.rebuildTotals());

        assertThat(activityTotals("record_activity_total"))
                .as("seed %d", seed)
                .isEqualTo(activityTotals("record_share"));
        assertThat(people.stream().map(lists::totals).toList())
                .as("seed %d", seed)
                .isEqualTo(live);
        assertThat(people.stream().mapToLong(lists::effectiveMinutes).sum())
                .as("seed %d", seed)
                .isEqualTo(effective);
    }

    private static List<List<Object>> activityTotals(String table) {
        return jdbc.sql("""
                        select activity_id, service_date, category, region_code, organization_id,
                               sum(credit_minutes)::bigint, sum(honour_minutes)::bigint, sum(waiting_minutes)::bigint,
                               sum(records)::bigint
                        from %s group by 1, 2, 3, 4, 5 having sum(records) > 0 order by 1, 2, 3, 4, 5""".formatted(table))
                .query((row, i) -> List.<Object>of(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9)))
                .list();
    }

    private static RecordStore.Deed deed() {
        return new RecordStore.Deed(NINE, 7, "test", null);
    }

    private static void insert(long person, Period counted, Standing standing) {
        store.insert(entry(person, counted, null, 1), standing, null);
    }

    private static Entry entry(long person, Period counted, @Nullable Long pair, long activity) {
        Evidence scan = new Evidence(Evidence.Way.SCANNED_CODE, 12, false, null, 7);
        return new Entry(
                person,
                Ids.next(),
                Origin.ATTENDANCE,
                pair,
                null,
                new Statutory(activity, 2, 3, "花桥志愿队", "420102", "清洁家园", "06", "清洁员", "花桥社区", "张三", List.of(1L)),
                span(0, 480),
                counted,
                counted,
                java.time.LocalDate.of(2026, 11, 14),
                counted.minutes() % 2 == 0 ? TimeKind.CREDIT : TimeKind.HONOUR,
                new Entry.Proof(scan, scan),
                1,
                null,
                null,
                7,
                NINE);
    }

    private static Period span(int fromMinute, int toMinute) {
        return new Period(NINE.plus(Duration.ofMinutes(fromMinute)), NINE.plus(Duration.ofMinutes(toMinute)));
    }
}
