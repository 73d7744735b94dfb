package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.record.RecordIntake.Terms;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;

@CityTest
class RecordIntakeTest {

    private static final long CLERK = 4711;
    private static final Terms PAPER = new Terms(Origin.PAPER, CLERK, null, "record.why.paper");

    @Autowired
    private RecordIntake intake;

    @Autowired
    private RecordStore store;

    @Autowired
    private RecordListStore lists;

    @Autowired
    private RecordLife life;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private final long activity = Ids.next();
    private Instant nine = Instant.EPOCH;

    @BeforeEach
    void yesterday_at_nine() {
        clock.reset();
        nine = clock.instant()
                .minus(Duration.ofDays(1))
                .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                .plusSeconds(3600);
    }

    @Test
    void puts_what_it_takes_on_public_notice_for_as_long_as_its_origin_asks() {
        long person = Ids.next();
        Terms week = new Terms(
                Origin.MANUAL,
                CLERK,
                new RecordIntake.Wait(Duration.ofDays(7), "entry.waiting", 1),
                "record.why.manual");

        Intake answer = intake.take(List.of(draft(person, 0, 120)), week).getFirst();

        assertThat(answer).isInstanceOfSatisfying(Intake.Taken.class, t -> {
            assertThat(t.state()).isEqualTo(RecordState.NOTICE);
            assertThat(t.hold()).isNull();
        });
        Map<String, @Nullable Object> step = row("record_step", person);
        assertThat(step)
                .containsEntry("why", "record.why.manual")
                .containsEntry("actor_account_id", CLERK)
                .containsEntry("rule_key", "entry.waiting")
                .containsEntry("step_no", 1);
        assertThat(shares()).isEqualTo(totals()).containsEntry("waiting", 120L).containsEntry("records", 1L);

        clock.advance(Duration.ofDays(4));
        notice.countDue();
        assertThat(row("record_current", person)).containsEntry("state", "NOTICE");
        clock.advance(Duration.ofDays(4));
        notice.countDue();
        assertThat(row("record_current", person))
                .containsEntry("state", "EFFECTIVE")
                .containsEntry("time_kind", "HONOUR");
        assertThat(shares()).isEqualTo(totals()).containsEntry("honour", 120L);
    }

    @Test
    void refuses_overlaps_with_live_records_and_within_the_batch() {
        long person = Ids.next();
        intake.take(List.of(draft(person, 0, 60)), PAPER);

        List<Intake> answers = intake.take(
                List.of(
                        draft(person, 59, 100),
                        draft(person, 60, 100),
                        draft(person, 99, 110),
                        draft(Ids.next(), 0, 60)),
                PAPER);

        assertThat(answers.stream().map(RecordIntakeTest::told))
                .containsExactly("OVERLAPS", "NOTICE", "OVERLAPS", "NOTICE");
    }

    @Test
    void refuses_what_lies_outside_the_shift_and_what_is_still_to_come() {
        Period tomorrow =
                new Period(clock.instant().minusSeconds(60), clock.instant().plusSeconds(3600));

        List<Intake> answers = intake.take(
                List.of(
                        draft(Ids.next(), 600, 700),
                        new RecordDraft(Ids.next(), Ids.next(), statutory("清洁"), tomorrow, tomorrow, "纸质签到表")),
                PAPER);

        assertThat(answers.stream().map(RecordIntakeTest::told)).containsExactly("OUTSIDE_SHIFT", "IMPOSSIBLE_TIME");
    }

    @Test
    void the_same_source_makes_one_record_however_often_it_comes() {
        long person = Ids.next();
        RecordDraft draft = draft(person, 0, 60);

        List<Intake> first = intake.take(List.of(draft, draft), PAPER);
        List<Intake> again = intake.take(List.of(draft), PAPER);

        RecordKey key = ((Intake.Taken) first.getFirst()).key();
        assertThat(first.get(1)).isEqualTo(new Intake.Known(key));
        assertThat(again).containsExactly(new Intake.Known(key));
        assertThat(intake.known(Origin.PAPER, List.of(draft(person, 70, 80), draft)))
                .containsExactly(1);
        assertThat(intake.known(Origin.MANUAL, List.of(draft))).isEmpty();
    }

    @Test
    void a_day_that_becomes_too_long_within_one_batch_waits_for_an_approval() {
        long person = Ids.next();
        Period shift = new Period(nine, nine.plus(Duration.ofHours(14)));
        List<RecordDraft> drafts = IntStream.range(0, 7)
                .mapToObj(i -> new RecordDraft(
                        i,
                        person,
                        statutory("清洁"),
                        shift,
                        new Period(nine.plusSeconds(7200L * i), nine.plusSeconds(7200L * (i + 1))),
                        "纸质签到表"))
                .toList();

        assertThat(intake.take(drafts, PAPER).stream().map(RecordIntakeTest::told))
                .containsExactly("NOTICE", "NOTICE", "NOTICE", "NOTICE", "LONG_DAY", "LONG_DAY", "VERY_LONG_DAY");
    }

    @Test
    void an_approved_long_day_still_waits_as_long_as_its_origin_asks() {
        long person = Ids.next();
        Period shift = new Period(nine, nine.plus(Duration.ofHours(10)));
        Terms week = new Terms(
                Origin.MANUAL,
                CLERK,
                new RecordIntake.Wait(Duration.ofDays(7), "entry.waiting", 1),
                "record.why.manual");
        Intake held = intake.take(List.of(new RecordDraft(1, person, statutory("清洁"), shift, shift, "表")), week)
                .getFirst();
        RecordView view =
                lists.find(person, ((Intake.Taken) held).key().recordId()).orElseThrow();

        assertThat(told(held)).isEqualTo("LONG_DAY");
        assertThat(life.onwards(view)).isEqualTo(Standing.notice(clock.instant().plus(Duration.ofDays(7))));
        clock.advance(Duration.ofDays(6));
        assertThat(life.onwards(view)).isEqualTo(Standing.notice(clock.instant().plus(Duration.ofDays(3))));
    }

    @Test
    void writes_what_the_program_writes_for_a_single_record() {
        String odd = "环保\\N\t“𠮷”\n'{\"a\":1}\r,";
        long person = Ids.next();
        long single = Ids.next();
        RecordDraft draft = new RecordDraft(9, person, statutory(odd), shift(), span(0, 60), odd);
        intake.take(List.of(draft), PAPER);
        Evidence evidence = new Evidence(Evidence.Way.ATTESTED, null, false, odd, CLERK);
        store.insert(
                new Entry(
                        single,
                        Ids.next(),
                        Origin.PAPER,
                        null,
                        9L,
                        draft.statutory(),
                        draft.shift(),
                        draft.served(),
                        draft.served(),
                        day(),
                        TimeKind.HONOUR,
                        new Entry.Proof(evidence, evidence),
                        1,
                        null,
                        null,
                        CLERK,
                        clock.instant()),
                notice.standing(null),
                notice.applied());

        for (String table : List.of("record_entry", "record_current", "record_step")) {
            assertThat(alike(table, person)).as(table).isEqualTo(alike(table, single));
        }
    }

    @Test
    void a_batch_taken_back_leaves_nothing() {
        long person = Ids.next();
        transaction.executeWithoutResult(status -> {
            intake.take(List.of(draft(person, 0, 60)), PAPER);
            status.setRollbackOnly();
        });

        assertThat(count(person)).isZero();
        assertThat(totals()).containsEntry("records", 0L);
        assertThat(told(intake.take(List.of(draft(person, 0, 60)), PAPER).getFirst()))
                .isEqualTo("NOTICE");
    }

    @Test
    void batches_about_the_same_people_at_once_neither_block_each_other_for_good_nor_take_anything_twice()
            throws Exception {
        List<Long> people = IntStream.range(0, 40).mapToObj(i -> Ids.next()).toList();
        List<Callable<List<Intake>>> batches = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<RecordDraft> drafts =
                    new ArrayList<>(people.stream().map(p -> draft(p, 0, 60)).toList());
            Collections.rotate(drafts, 7 * i);
            batches.add(() -> intake.take(drafts, PAPER));
        }
        int taken = 0;
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var done : pool.invokeAll(batches)) {
                taken += (int) done.get().stream()
                        .filter(Intake.Taken.class::isInstance)
                        .count();
            }
        }
        assertThat(taken).isEqualTo(40);
        assertThat(shares()).isEqualTo(totals()).containsEntry("records", 40L);
    }

    @Test
    void takes_no_more_at_once_than_the_database_can_hold_locks_for() {
        List<RecordDraft> many = Collections.nCopies(RecordIntake.MOST + 1, draft(1, 0, 60));
        assertThatThrownBy(() -> intake.take(many, PAPER)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String told(Intake intake) {
        return switch (intake) {
            case Intake.Taken t ->
                t.hold() == null ? t.state().name() : t.hold().name();
            case Intake.Known _ -> "KNOWN";
            case Intake.Refused r -> r.problem().name();
        };
    }

    private RecordDraft draft(long person, int from, int to) {
        return new RecordDraft(from * 10_000L + to, person, statutory("清洁"), shift(), span(from, to), "纸质签到表");
    }

    private Period shift() {
        return new Period(nine, nine.plus(Duration.ofHours(3)));
    }

    private Period span(int from, int to) {
        return new Period(nine.plusSeconds(60L * from), nine.plusSeconds(60L * to));
    }

    private Statutory statutory(String title) {
        return new Statutory(activity, 2, 3, "花桥队", "420102015001", title, "06", "清洁员", "花桥", "王队长", List.of(1L, 3L));
    }

    private java.time.LocalDate day() {
        return nine.atZone(clock.getZone()).toLocalDate();
    }

    private Map<String, @Nullable Object> row(String table, long person) {
        return jdbc.sql("select * from " + table + " where volunteer_id = :person order by record_id desc limit 1")
                .param("person", person)
                .query()
                .singleRow();
    }

    /** The row without what is a record's own. */
    private String alike(String table, long person) {
        return jdbc.sql("""
                        select (to_jsonb(t) - 'volunteer_id' - 'record_id' - 'why')::text from %s t
                        where volunteer_id = :person""".formatted(table))
                .param("person", person)
                .query((row, i) -> row.getString(1))
                .single();
    }

    private int count(long person) {
        return jdbc.sql("select count(*) from record_entry where volunteer_id = :person")
                .param("person", person)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    private Map<String, @Nullable Object> shares() {
        return sums("record_share");
    }

    private Map<String, @Nullable Object> totals() {
        return sums("record_activity_total");
    }

    private Map<String, @Nullable Object> sums(String table) {
        return jdbc.sql("""
                        select coalesce(sum(honour_minutes), 0)::bigint as honour,
                               coalesce(sum(waiting_minutes), 0)::bigint as waiting,
                               coalesce(sum(records), 0)::bigint as records
                        from %s where activity_id = :activity""".formatted(table))
                .param("activity", activity)
                .query()
                .singleRow();
    }
}
