package org.yiwang.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.Because;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TimeKind;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** What happens at the same moment, on one node or two: nothing is missed and nothing counted twice. */
@CityTest
class BoardRacesTest {

    private static final Because WHY = Because.of(0, "record.why.case-over");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 6);
    private static final BoardQuery EVER =
            new BoardQuery(BoardKey.on(Span.ALL, DAY, Facet.EVERYTHING), new RegionCode("4201"));
    private static final int PEOPLE = 6;
    private static final int ROUNDS = 8;

    @Autowired
    private TakingPart taking;

    @Autowired
    private Boards boards;

    @Autowired
    private BoardProjector projector;

    @Autowired
    private RecordCases records;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void reset() {
        clock.reset();
        projector.projectNoted();
    }

    /** The record is noted, and not yet committed, when its owner joins: either waits for the other. */
    @Test
    void a_record_that_begins_to_count_while_its_owner_joins_is_not_missed() throws Exception {
        VolunteerView person = VolunteerFixture.adult("赛跑者");
        RecordKey record = frozen(person, 60);
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            List<Future<?>> joining = new ArrayList<>();
            transaction.executeWithoutResult(_ -> {
                records.release(List.of(record), WHY);
                afterNoting(() -> {
                    Future<?> join = pool.submit(() -> taking.join(actor(person), person.id()));
                    joining.add(join);
                    while (!join.isDone() && !isSomebodyWaiting()) {
                        Thread.onSpinWait();
                    }
                });
            });
            joining.getFirst().get();
        }
        projector.projectNoted();

        assertThat(minutes(person)).isEqualTo(60);
        taking.leave(actor(person), person.id());
    }

    @Test
    void what_changes_while_the_projector_is_at_it_is_looked_at_again() {
        VolunteerView person = VolunteerFixture.adult("变化者");
        RecordKey first = frozen(person, 60);
        RecordKey second = frozen(person, 30);
        taking.join(actor(person), person.id());
        records.release(List.of(first), WHY);

        transaction.executeWithoutResult(_ -> {
            projector.projectNoted();
            CompletableFuture.runAsync(() -> records.release(List.of(second), WHY))
                    .join();
        });
        assertThat(minutes(person)).isEqualTo(60);
        projector.projectNoted();

        assertThat(minutes(person)).isEqualTo(90);
        taking.leave(actor(person), person.id());
    }

    @Test
    void another_node_leaves_the_work_to_the_one_that_is_at_it() {
        VolunteerView person = VolunteerFixture.adult("另一个");
        RecordKey record = frozen(person, 45);
        taking.join(actor(person), person.id());
        records.release(List.of(record), WHY);

        transaction.executeWithoutResult(_ -> {
            projector.lock();
            assertThat(CompletableFuture.supplyAsync(projector::projectNoted).join())
                    .isZero();
        });
        assertThat(projector.projectNoted()).isPositive();

        assertThat(minutes(person)).isEqualTo(45);
        taking.leave(actor(person), person.id());
    }

    @Test
    void who_leaves_while_somebody_else_writes_boards_does_not_wait() {
        VolunteerView person = VolunteerFixture.adult("离开者");
        RecordKey record = frozen(person, 45);
        records.release(List.of(record), WHY);
        taking.join(actor(person), person.id());
        assertThat(minutes(person)).isEqualTo(45);

        transaction.executeWithoutResult(_ -> {
            projector.lock();
            CompletableFuture.runAsync(() -> taking.leave(actor(person), person.id()))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        });
        projector.projectNoted();

        assertThat(scores(person)).isZero();
    }

    /** A rebuild says what it did once its transactions are over: none holds the boards from the first person to the last. */
    @Test
    void a_rebuild_lets_others_write_boards_between_its_batches() {
        List<Long> free = new ArrayList<>();
        projector.rebuild(_ ->
                free.add(CompletableFuture.supplyAsync(() -> transaction.execute(_ -> projector.tryLock() ? 1L : 0L))
                        .join()));

        assertThat(free).isNotEmpty().containsOnly(1L);
    }

    private long scores(VolunteerView person) {
        return jdbc.sql("select count(*) from board_score where volunteer_id = ?")
                .param(person.id())
                .query(Long.class)
                .single();
    }

    @Test
    void two_projectors_while_people_come_and_go_and_records_change() throws Exception {
        List<VolunteerView> people = new ArrayList<>();
        List<RecordKey> keys = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            VolunteerView person = VolunteerFixture.adult("众人" + (char) ('甲' + i));
            people.add(person);
            keys.add(frozen(person, 30 + 30 * (i % 2)));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            all.add(pool.submit(repeat(() -> keys.forEach(key -> {
                records.release(List.of(key), WHY);
                records.freeze(List.of(key), WHY);
            }))));
            all.add(pool.submit(repeat(() -> people.forEach(person -> {
                taking.join(actor(person), person.id());
                taking.leave(actor(person), person.id());
            }))));
            all.add(pool.submit(repeat(projector::projectNoted)));
            all.add(pool.submit(repeat(projector::projectNoted)));
            for (Future<?> one : all) {
                one.get();
            }
        }
        people.forEach(person -> taking.join(actor(person), person.id()));
        records.release(keys, WHY);
        projector.projectNoted();

        List<String> said = new ArrayList<>();
        List<String> live = BoardTables.all(jdbc);
        BoardTables.follow(jdbc);
        projector.rebuild(said::add);
        assertThat(said).last().asString().endsWith(" 0 stood otherwise.");
        assertThat(BoardTables.all(jdbc)).isEqualTo(live);
        assertThat(people).extracting(this::minutes).containsExactly(30, 60, 30, 60, 30, 60);
        people.forEach(person -> taking.leave(actor(person), person.id()));
    }

    private RecordKey frozen(VolunteerView person, int minutes) {
        RecordKey key = RecordFixture.effective(
                person.id(), DAY.plusDays(minutes % 7), minutes, TimeKind.CREDIT, "赛跑志愿队", "清洁家园");
        records.freeze(List.of(key), WHY);
        return key;
    }

    private int minutes(VolunteerView person) {
        return boards.get(actor(person), EVER).mine().stream()
                .mapToInt(BoardView.Mine::amount)
                .sum();
    }

    private static Callable<Void> repeat(Runnable deed) {
        return () -> {
            for (int i = 0; i < ROUNDS; i++) {
                deed.run();
            }
            return null;
        };
    }

    private static void afterNoting(Runnable deed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                deed.run();
            }
        });
    }

    private boolean isSomebodyWaiting() {
        return jdbc.sql(
                        "select exists (select 1 from pg_locks where not granted and relation = 'board_member'::regclass)")
                .query(Boolean.class)
                .single();
    }

    private static Actor actor(VolunteerView person) {
        return VolunteerFixture.actor(person);
    }
}
