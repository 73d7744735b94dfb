package org.yiwang.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.yiwang.testing.Refusals.refused;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.ledger.Ledger;
import org.yiwang.ledger.Leg;
import org.yiwang.ledger.Owner;
import org.yiwang.ledger.TransferOrder;
import org.yiwang.points.PointsLine.Kind;
import org.yiwang.record.Because;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordEvent;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TimeKind;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.trust.TrustEvent;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;

/** Points follow what counts: posted, taken back, expired, owed; and each number explains itself. */
@CityTest
class PointsTest {

    private static final Because BECAUSE = new Because(1, "核实过", null, null);

    @Autowired
    private Points points;

    @Autowired
    private PointsPosting posting;

    @Autowired
    private RecordCases cases;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PointsStore store;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private VolunteerView person;
    private Actor me;
    private LocalDate day;

    @BeforeEach
    void begin() {
        clock.reset();
        person = VolunteerFixture.adult("李雷");
        me = VolunteerFixture.actor(person);
        day = LocalDate.now(clock).minusDays(10);
        posting.postDue();
    }

    @Test
    void a_record_that_counts_brings_points_once_and_the_statement_says_what_for() {
        RecordKey record = counts(day, 180);
        posting.postDue();
        posting.postDue();
        assertThat(points.standing(me, person.id()).balance()).isEqualTo(30);
        assertThat(points.statement(me, person.id(), 1).items()).singleElement().satisfies(line -> {
            assertThat(line.amount()).isEqualTo(30);
            assertThat(line.balance()).isEqualTo(30);
            assertThat(line.kind()).isEqualTo(Kind.POSTED);
            assertThat(line.part()).isEqualTo(Part.TIME);
            assertThat(line.recordId()).isEqualTo(record.recordId());
            assertThat(line.lastDay()).isEqualTo(day.plusMonths(36));
        });
        Points.Computation computation = points.explain(me, record);
        assertThat(computation.sum()).isEqualTo(30);
        assertThat(computation.of().formulaVersion()).isEqualTo(1);
    }

    @Test
    void nobody_else_sees_them() {
        RecordKey record = counts(day, 180);
        posting.postDue();
        Actor other = VolunteerFixture.actor(VolunteerFixture.adult("韩梅梅"));
        refused(VolunteerProblem.NOT_YOURS, () -> points.standing(other, person.id()));
        refused(VolunteerProblem.NOT_YOURS, () -> points.statement(other, person.id(), 1));
        refused(VolunteerProblem.NOT_YOURS, () -> points.explain(other, record));
        Visitor visitor = Visitor.asAccount(other.accountId());
        String whose = "?volunteer=" + Ids.text(person.id());
        for (String address : List.of("/me/points" + whose, "/me/points/" + Ids.text(record.recordId()) + whose)) {
            assertThat(visitor.get(address).status()).as(address).isEqualTo(403);
            assertThat(visitor.get(address).text()).contains("只能由本人或监护人办理");
        }
        assertThat(visitor.get("/me/points/" + Ids.text(record.recordId())).status())
                .as("not among one's own")
                .isEqualTo(404);
        Visitor nobody = Visitor.asAccount(PeopleFixture.account("未登记"));
        assertThat(nobody.get("/me/points").status()).isEqualTo(200);
        assertThat(nobody.get("/me/points").body()).contains("href=\"/join\"");
    }

    @Test
    void what_ceases_to_count_is_taken_back_and_what_counts_again_comes_back_no_younger() {
        RecordKey record = counts(day, 180);
        posting.postDue();
        transaction.executeWithoutResult(_ -> cases.freeze(List.of(record), BECAUSE));
        posting.postDue();
        assertThat(points.standing(me, person.id()).balance()).isZero();
        assertThat(points.statement(me, person.id(), 1).items().getFirst().kind())
                .isEqualTo(Kind.CEASED);
        clock.advance(Duration.ofDays(40));
        transaction.executeWithoutResult(_ -> cases.release(List.of(record), BECAUSE));
        posting.postDue();
        assertThat(points.standing(me, person.id()).expiring())
                .singleElement()
                .satisfies(lot -> assertThat(lot.lastDay()).isEqualTo(day.plusMonths(36)));
        assertThat(points.statement(me, person.id(), 1).items()).hasSize(3);
    }

    @Test
    void what_is_void_after_it_expired_is_not_taken_twice() {
        RecordKey old = counts(day, 180);
        posting.postDue();
        clock.advance(Duration.ofDays(36 * 31));
        ledger.expireDue(clock.instant());
        RecordKey fresh = counts(LocalDate.now(clock).minusDays(1), 60);
        posting.postDue();
        assertThat(points.standing(me, person.id()).balance()).isEqualTo(10);
        transaction.executeWithoutResult(_ -> cases.declareVoid(List.of(old), BECAUSE));
        posting.postDue();
        assertThat(points.standing(me, person.id()).balance()).isEqualTo(10);
        assertThat(points.standing(me, person.id()).owed()).isZero();
        assertThat(points.explain(me, old).of().counts()).isFalse();
        assertThat(points.explain(me, fresh).sum()).isEqualTo(10);
    }

    @Test
    void what_was_used_up_and_turns_out_not_to_be_due_is_owed_and_set_off_by_what_comes_next() {
        RecordKey first = counts(day, 180);
        posting.postDue();
        use(25);
        assertThat(points.standing(me, person.id()).balance()).isEqualTo(5);
        transaction.executeWithoutResult(_ -> cases.declareVoid(List.of(first), BECAUSE));
        posting.postDue();
        assertThat(points.standing(me, person.id())).isEqualTo(new Points.Standing(0, 25, List.of()));
        counts(day.plusDays(1), 120);
        posting.postDue();
        assertThat(points.standing(me, person.id())).isEqualTo(new Points.Standing(0, 5, List.of()));
        RecordKey last = counts(day.plusDays(2), 60);
        posting.postDue();
        assertThat(points.standing(me, person.id()).balance()).isEqualTo(5);
        assertThat(points.standing(me, person.id()).owed()).isZero();
        assertThat(points.owed(me, person.id())).hasSize(3);
        transaction.executeWithoutResult(_ -> cases.declareVoid(List.of(last), BECAUSE));
        posting.postDue();
        assertThat(points.standing(me, person.id())).isEqualTo(new Points.Standing(0, 5, List.of()));
        assertThat(ledger.divergences()).isEmpty();
    }

    @Test
    void a_better_grade_that_comes_later_is_a_line_of_its_own_and_so_is_a_lower_one() {
        RecordKey record = counts(day, 180);
        posting.postDue();
        regraded(record, "A");
        assertThat(points.statement(me, person.id(), 1).items().getFirst())
                .extracting(PointsLine::part, PointsLine::amount, PointsLine::basis, PointsLine::percent)
                .containsExactly(Part.QUALITY, 3L, "A", 10);
        regraded(record, "B");
        assertThat(points.statement(me, person.id(), 1).items())
                .extracting(PointsLine::kind, PointsLine::amount)
                .containsExactly(
                        tuple(Kind.POSTED, 1L),
                        tuple(Kind.CHANGED, -3L),
                        tuple(Kind.POSTED, 3L),
                        tuple(Kind.POSTED, 30L));
        assertThat(points.explain(me, record).posted()).isEqualTo(Map.of(Part.TIME, 30L, Part.QUALITY, 1L));
    }

    @Test
    void a_record_corrected_after_the_last_day_leaves_nobody_owing_what_was_used_and_is_due_all_the_same() {
        RecordKey old = counts(day, 180);
        posting.postDue();
        use(25);
        overTheLastDay();
        RecordKey shorter = corrected(old, 170);
        assertThat(points.standing(me, person.id())).isEqualTo(Points.Standing.NONE);
        assertThat(points.explain(me, shorter).posted()).isEqualTo(Map.of(Part.TIME, 25L));
        assertThat(points.explain(me, shorter).over()).isTrue();

        RecordKey shortest = corrected(shorter, 120);
        assertThat(points.standing(me, person.id()).owed()).isEqualTo(5);
        assertThat(points.explain(me, shortest).posted()).isEqualTo(Map.of(Part.TIME, 20L));
        transaction.executeWithoutResult(_ -> cases.declareVoid(List.of(shortest), BECAUSE));
        posting.postDue();
        assertThat(points.standing(me, person.id())).isEqualTo(new Points.Standing(0, 25, List.of()));
        assertThat(changesOfMine()).isEmpty();
        assertThat(ledger.divergences()).isEmpty();
    }

    @Test
    void points_of_other_days_pay_for_nothing_that_is_due_all_the_same() {
        RecordKey old = counts(day, 180);
        posting.postDue();
        use(30);
        overTheLastDay();
        counts(LocalDate.now(clock).minusDays(1), 60);
        posting.postDue();
        corrected(old, 120);
        assertThat(points.standing(me, person.id()).balance()).isZero();
        assertThat(points.standing(me, person.id()).owed()).isZero();
    }

    @Test
    void a_record_released_after_the_last_day_sets_off_what_was_owed_while_it_was_frozen() {
        RecordKey record = counts(day, 180);
        posting.postDue();
        use(25);
        transaction.executeWithoutResult(_ -> cases.freeze(List.of(record), BECAUSE));
        posting.postDue();
        assertThat(points.standing(me, person.id()).owed()).isEqualTo(25);
        overTheLastDay();
        transaction.executeWithoutResult(_ -> cases.release(List.of(record), BECAUSE));
        posting.postDue();
        assertThat(points.standing(me, person.id())).isEqualTo(Points.Standing.NONE);
        assertThat(changesOfMine()).isEmpty();
    }

    @Test
    void a_grade_that_comes_after_the_last_day_takes_back_only_what_exceeds_it() {
        RecordKey record = counts(day, 180);
        regraded(record, "B");
        use(31);
        overTheLastDay();
        regraded(record, "A");
        assertThat(points.standing(me, person.id())).isEqualTo(Points.Standing.NONE);
        regraded(record, "C");
        assertThat(points.standing(me, person.id()).owed()).isEqualTo(1);
        regraded(record, "B");
        assertThat(points.standing(me, person.id()).owed()).isZero();
    }

    @Test
    void when_the_fuller_record_of_a_full_day_falls_away_the_other_one_stands_for_what_was_used() {
        RecordKey morning = counts(day, 360);
        RecordKey evening = servedFrom(day.atTime(16, 0), 360);
        posting.postDue();
        assertThat(points.explain(me, evening).posted()).isEqualTo(Map.of(Part.TIME, 40L));
        use(100);
        overTheLastDay();
        transaction.executeWithoutResult(_ -> cases.declareVoid(List.of(morning), BECAUSE));
        posting.postDue();
        assertThat(points.standing(me, person.id()).owed()).isEqualTo(40);
        assertThat(points.explain(me, evening).posted()).isEqualTo(Map.of(Part.TIME, 60L));
        assertThat(changesOfMine()).isEmpty();
    }

    private void overTheLastDay() {
        clock.advance(Duration.ofDays(36 * 31));
        ledger.expireDue(clock.instant());
    }

    private RecordKey corrected(RecordKey old, int minutes) {
        Instant start = cases.get(old).served().start();
        Period served = new Period(start, start.plus(Duration.ofMinutes(minutes)));
        RecordKey key = new RecordKey(old.volunteerId(), cases.correct(old, served, BECAUSE));
        grade(key, "C");
        posting.postDue();
        return key;
    }

    private List<PointsPosting.Change> changesOfMine() {
        List<PointsPosting.Change> changes = new ArrayList<>();
        posting.reconcile(changes::add);
        changes.removeIf(change -> change.line().volunteerId() != person.id());
        return changes;
    }

    private void regraded(RecordKey record, String grade) {
        grade(record, grade);
        transaction.executeWithoutResult(_ -> events.publishEvent(new TrustEvent.Graded(List.of(record))));
        posting.postDue();
    }

    @Test
    void reconciling_posts_what_was_never_noted_and_then_finds_nothing() {
        RecordKey unnoted = unnoted(day, 90);
        posting.postDue();
        assertThat(points.standing(me, person.id()).balance()).isZero();
        assertThat(changesOfMine())
                .filteredOn(change -> change.line().recordId() == unnoted.recordId())
                .extracting(change -> change.line().amount())
                .containsExactly(15L);
        assertThat(points.standing(me, person.id()).balance()).isEqualTo(15);
        assertThat(changesOfMine()).isEmpty();
    }

    @Test
    void the_first_time_goes_on_where_it_ended_and_one_who_cannot_be_worked_out_keeps_nobody_waiting() {
        VolunteerView broken = VolunteerFixture.adult("坏账");
        RecordKey bad = RecordFixture.effective(broken.id(), "06", from(day.atTime(9, 0), 60), TimeKind.CREDIT);
        person = VolunteerFixture.adult("好账");
        me = VolunteerFixture.actor(person);
        unnoted(day, 90);
        breakPoints(broken.id(), bad.recordId());
        jdbc.sql("delete from points_mark").update();
        jdbc.sql("insert into points_first (began_at, after_volunteer) values (:at, :after)")
                .param("at", Timestamp.from(clock.instant().minusSeconds(60)))
                .param("after", broken.id() - 1)
                .update();
        posting.postDue();
        assertThat(points.standing(me, person.id()).balance()).isEqualTo(15);
        assertThat(jdbc.sql("select count(*) from points_first")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(dueOf(broken)).isEqualTo(1);

        List<String> said = new ArrayList<>();
        City.bean(ReconciledPoints.class).rebuild(said::add);
        assertThat(said.getLast()).contains("failed for 1 people");
        jdbc.sql("delete from points_record where volunteer_id = :v")
                .param("v", broken.id())
                .update();
        posting.postDue();
        assertThat(dueOf(broken)).isZero();
        assertThat(points.standingOf(broken.id()).balance()).isEqualTo(10);
    }

    /** As if what is kept of a record named a formula that is not there. */
    private void breakPoints(long volunteerId, long recordId) {
        jdbc.sql("""
                        insert into points_record values (:v, :r, 1, '清洁家园', :day, '06', 'CREDIT', 60, 999999, :day, true, 0,
                            0, null, null)""")
                .param("v", volunteerId)
                .param("r", recordId)
                .param("day", day)
                .update();
    }

    private int dueOf(VolunteerView someone) {
        return jdbc.sql("select count(distinct volunteer_id) from points_due where volunteer_id = :v")
                .param("v", someone.id())
                .query(Integer.class)
                .single();
    }

    private RecordKey counts(LocalDate on, int minutes) {
        RecordKey key = unnoted(on, minutes);
        transaction.executeWithoutResult(
                _ -> events.publishEvent(new RecordEvent.BecameEffective(key.volunteerId(), key.recordId())));
        return key;
    }

    private RecordKey servedFrom(LocalDateTime arrival, int minutes) {
        RecordKey key = RecordFixture.effective(person.id(), "06", from(arrival, minutes), TimeKind.CREDIT);
        grade(key, "C");
        transaction.executeWithoutResult(
                _ -> events.publishEvent(new RecordEvent.BecameEffective(key.volunteerId(), key.recordId())));
        return key;
    }

    private Period from(LocalDateTime arrival, int minutes) {
        Instant start = arrival.atZone(clock.getZone()).toInstant();
        return new Period(start, start.plus(Duration.ofMinutes(minutes)));
    }

    private RecordKey unnoted(LocalDate on, int minutes) {
        Period served = from(on.atTime(9, 0), minutes);
        RecordKey key = RecordFixture.effective(person.id(), "06", served, TimeKind.CREDIT);
        grade(key, "C");
        return key;
    }

    private void grade(RecordKey key, String grade) {
        grade(jdbc, key, grade);
    }

    /** As if it had been graded so. */
    static void grade(JdbcClient jdbc, RecordKey key, String grade) {
        jdbc.sql("""
                        insert into trust_grade (volunteer_id, record_id, activity_id, grade, points, facts, rule_version, graded_at)
                        values (:volunteer, :record, 1, :grade, 0, '[]', 1, now())
                        on conflict (volunteer_id, record_id) do update set grade = excluded.grade""")
                .param("volunteer", key.volunteerId())
                .param("record", key.recordId())
                .param("grade", grade)
                .update();
    }

    private void use(long amount) {
        transaction.executeWithoutResult(_ -> {
            long shop = ledger.open(PointsBook.BOOK, new Owner("test", "shop"), 0L);
            long account = store.holder(person.id()).orElseThrow().accountId();
            ledger.transfer(new TransferOrder(
                    PointsBook.BOOK,
                    "use " + person.number(),
                    "",
                    List.of(Leg.out(account, amount), Leg.in(shop, amount))));
        });
    }
}
