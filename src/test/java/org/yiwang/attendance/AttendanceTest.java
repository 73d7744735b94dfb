package org.yiwang.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.CheckIns.Scanned;
import org.yiwang.kernel.Actor;
import org.yiwang.record.Corrections;
import org.yiwang.record.Hold;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.RecordDesk;
import org.yiwang.record.RecordFilter;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.record.TimeKind;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerView;

@CityTest
class AttendanceTest {

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private ActivityDesk activityDesk;

    @Autowired
    private SignUps signUps;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private AttendanceDesk desk;

    @Autowired
    private ForgottenCheckOuts forgotten;

    @Autowired
    private Records records;

    @Autowired
    private RecordDesk recordDesk;

    @Autowired
    private PublicNotice publicNotice;

    @Autowired
    private Corrections corrections;

    @Autowired
    private TestClock clock;

    private Team team;
    private VolunteerView volunteer;
    private Actor person;
    private ActivityView activity;

    /** A team, an activity tomorrow at this hour for two hours with ten places, and a volunteer who has one. */
    @BeforeEach
    void begin() {
        clock.reset();
        team = TeamFixture.team();
        volunteer = TeamFixture.volunteer("李雷");
        person = TeamFixture.actor(volunteer);
        activity = fixture.published(team.id(), 10);
        signUp(person, volunteer, activity);
    }

    @Test
    void a_person_checks_in_and_out_by_the_rotating_code_and_has_credit_time_once_the_activity_is_closed() {
        clock.set(start().plus(Duration.ofMinutes(5)));
        PairView in = scan(Direction.IN);
        assertThat(in.state()).isEqualTo(PairView.State.OPEN);

        clock.set(start().plus(Duration.ofMinutes(115)));
        PairView out = scan(Direction.OUT);
        assertThat(out.pairId()).isEqualTo(in.pairId());

        RecordView pending = only();
        assertThat(pending.state()).isEqualTo(RecordState.PENDING);
        assertThat(pending.serviceMinutes()).isEqualTo(110);
        assertThat(pending.kind()).isEqualTo(TimeKind.CREDIT);
        assertThat(records.totals(person, volunteer.id())).isEmpty();

        close();
        assertThat(only().state()).isEqualTo(RecordState.NOTICE);
        assertThat(records.totals(person, volunteer.id())).isEmpty();
        afterNotice();
        assertThat(only().state()).isEqualTo(RecordState.EFFECTIVE);
        assertThat(records.totals(person, volunteer.id()))
                .singleElement()
                .satisfies(t -> assertThat(t.creditMinutes()).isEqualTo(110))
                .satisfies(t -> assertThat(t.honourMinutes()).isZero());
    }

    @Test
    void a_repeated_scan_changes_nothing() {
        clock.set(start());
        PairView first = scan(Direction.IN);
        clock.advance(Duration.ofSeconds(20));

        assertThat(scan(Direction.IN).pairId()).isEqualTo(first.pairId());
        clock.advance(Duration.ofMinutes(30));
        assertThat(scan(Direction.OUT).leftAt()).isEqualTo(clock.instant());
        Instant left = clock.instant();
        clock.advance(Duration.ofSeconds(20));
        assertThat(scan(Direction.OUT).leftAt()).isEqualTo(left);
        assertThat(records.list(person, volunteer.id(), RecordFilter.ALL, 1).items())
                .hasSize(1);
    }

    @Test
    void digits_open_only_the_activity_that_shows_them() {
        clock.set(start());
        String shown = desk.code(team.admin(), activity.id()).digits();
        String wrong = shown.equals("000000") ? "000001" : "000000";

        refused(
                AttendanceProblem.DIGITS_WRONG,
                () -> checkIns.type(person, volunteer.id(), wrong, Direction.IN, Phone.SILENT));
        assertThat(checkIns.type(person, volunteer.id(), shown, Direction.IN, Phone.SILENT)
                        .in()
                        .way())
                .isEqualTo(Evidence.Way.TYPED_CODE);
    }

    @Test
    void guessing_digits_ends_after_ten_tries() {
        clock.set(start());
        String shown = desk.code(team.admin(), activity.id()).digits();
        String wrong = shown.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 10; i++) {
            refused(
                    AttendanceProblem.DIGITS_WRONG,
                    () -> checkIns.type(person, volunteer.id(), wrong, Direction.IN, Phone.SILENT));
        }
        refused(
                AttendanceProblem.TOO_MANY_TRIES,
                () -> checkIns.type(person, volunteer.id(), shown, Direction.IN, Phone.SILENT));
    }

    @Test
    void codes_that_are_old_forged_or_of_another_activity_are_each_refused_by_name() {
        ActivityView other = fixture.published(team.id(), 5);
        clock.set(start());
        String code = desk.code(team.admin(), activity.id()).token();
        String foreign = desk.code(team.admin(), other.id()).token();

        refused(AttendanceProblem.CODE_OF_ANOTHER_ACTIVITY, () -> scan(foreign, activity.id()));
        refused(AttendanceProblem.NOT_SIGNED_UP, () -> scan(foreign, null));
        refused(AttendanceProblem.CODE_FORGED, () -> scan(code.substring(1) + "A", null));
        clock.advance(Duration.ofSeconds(90));
        refused(AttendanceProblem.CODE_EXPIRED, () -> scan(code, null));
    }

    @Test
    void check_in_opens_an_hour_before_the_shift_and_ends_with_it() {
        clock.set(start().minus(Duration.ofMinutes(61)));
        refused(AttendanceProblem.TOO_EARLY, () -> scan(Direction.IN));
        clock.set(start().plus(Duration.ofMinutes(121)));
        refused(AttendanceProblem.OVER, () -> scan(Direction.IN));
        clock.set(start().minus(Duration.ofMinutes(60)));
        assertThat(scan(Direction.IN).state()).isEqualTo(PairView.State.OPEN);
    }

    @Test
    void refuses_a_second_check_in_while_one_is_open_elsewhere() {
        ActivityView later = fixture.published(team.id(), fixture.shift(Duration.ofHours(26), 60, 3));
        signUp(person, volunteer, later);
        clock.set(start().plus(Duration.ofMinutes(70)));
        scan(Direction.IN);

        String code = desk.code(team.admin(), later.id()).token();
        refused(AttendanceProblem.OPEN_ELSEWHERE, () -> scan(code, later.id()));
        clock.set(start().plus(Duration.ofMinutes(125)));
        String fresh = desk.code(team.admin(), later.id()).token();
        assertThat(scan(fresh, later.id()).state()).isEqualTo(PairView.State.OPEN);
        assertThat(checkIns.unfinished(person, volunteer.id()))
                .extracting(PairView::state)
                .containsExactly(PairView.State.FORGOTTEN, PairView.State.OPEN);
    }

    @Test
    void at_most_three_pairs_a_day() {
        clock.set(start());
        for (int i = 0; i < 3; i++) {
            scan(Direction.IN);
            clock.advance(Duration.ofMinutes(10));
            scan(Direction.OUT);
            clock.advance(Duration.ofMinutes(2));
        }
        refused(AttendanceProblem.TOO_MANY_PAIRS, () -> scan(Direction.IN));
    }

    @Test
    void a_forgotten_check_out_is_reminded_of_and_then_attested_as_honour_time() {
        clock.set(start());
        PairView pair = scan(Direction.IN);
        clock.set(start().plus(Duration.ofMinutes(140)));
        forgotten.lookAfter();
        checkIns.sayWhenLeft(person, activity.id(), pair.pairId(), start().plus(Duration.ofMinutes(90)), "手机没电");
        clock.set(start().plus(Duration.ofHours(15)));
        forgotten.lookAfter();

        assertThat(checkIns.unfinished(person, volunteer.id()))
                .singleElement()
                .satisfies(p -> assertThat(p.state()).isEqualTo(PairView.State.FORGOTTEN))
                .satisfies(p -> assertThat(p.saidWhy()).isEqualTo("手机没电"));
        refused(
                AttendanceProblem.IMPOSSIBLE_TIME,
                () -> desk.attestLeaving(team.admin(), activity.id(), pair.pairId(), start().minusSeconds(1), "x"));
        desk.attestLeaving(team.admin(), activity.id(), pair.pairId(), start().plus(Duration.ofMinutes(90)), "在场属实");
        assertThat(only().kind()).isEqualTo(TimeKind.HONOUR);
        assertThat(only().serviceMinutes()).isEqualTo(90);
        refused(
                AttendanceProblem.NOTHING_TO_ATTEST,
                () -> desk.attestLeaving(
                        team.admin(), activity.id(), pair.pairId(), start().plus(Duration.ofMinutes(90)), "x"));
    }

    @Test
    void far_away_and_a_reused_device_are_marked_not_refused() {
        VolunteerView other = TeamFixture.volunteer("韩梅梅");
        signUp(TeamFixture.actor(other), other, activity);
        clock.set(start());
        String code = desk.code(team.admin(), activity.id()).token();
        Phone phone = new Phone(30.70, 114.30, "one phone for both", null);

        checkIns.scan(person, volunteer.id(), activity.id(), new Scanned(code, false), Direction.IN, phone);
        checkIns.scan(
                TeamFixture.actor(other), other.id(), activity.id(), new Scanned(code, false), Direction.IN, phone);

        List<RosterLine> lines = desk.roster(team.admin(), activity.id());
        assertThat(lines).hasSize(2).allSatisfy(l -> assertThat(l.far()).isTrue());
        assertThat(lines)
                .filteredOn(l -> l.volunteer().id() == other.id())
                .allSatisfy(l -> assertThat(l.deviceReused()).isTrue());
    }

    @Test
    void nobody_ticks_attests_or_decides_for_themselves_and_foreign_organizers_do_nothing() {
        Actor admin = team.admin();
        signUp(admin, team.leader(), activity);
        Actor stranger = TeamFixture.team().admin();
        clock.set(start());

        refused(
                AttendanceProblem.OWN_TIME,
                () -> desk.tick(admin, activity.id(), team.leader().id(), Direction.IN, "我在"));
        refused(Actor.AccessProblem.OUT_OF_SCOPE, () -> desk.code(stranger, activity.id()));
        refused(
                Actor.AccessProblem.OUT_OF_SCOPE,
                () -> desk.tick(stranger, activity.id(), volunteer.id(), Direction.IN, "x"));
        refused(
                org.yiwang.volunteer.VolunteerProblem.NOT_YOURS,
                () -> checkIns.scan(
                        stranger,
                        volunteer.id(),
                        null,
                        new Scanned(desk.code(admin, activity.id()).token(), false),
                        Direction.IN,
                        Phone.SILENT));
        assertThat(desk.tick(admin, activity.id(), volunteer.id(), Direction.IN, "手机坏了")
                        .in()
                        .reason())
                .isEqualTo("手机坏了");
    }

    @Test
    void a_check_kept_without_a_network_counts_from_its_arrival_and_is_marked_for_ten_minutes() {
        clock.set(start().plus(Duration.ofMinutes(5)));
        String digits = desk.code(team.admin(), activity.id()).digits();
        Phone stated = new Phone(null, null, null, clock.instant());
        clock.advance(Duration.ofMinutes(9));

        refused(
                AttendanceProblem.DIGITS_WRONG,
                () -> checkIns.type(person, volunteer.id(), digits, Direction.IN, Phone.SILENT));
        PairView in = checkIns.type(person, volunteer.id(), digits, Direction.IN, stated);

        assertThat(in.cameAt()).isEqualTo(clock.instant());
        assertThat(in.in().statedAt()).isEqualTo(stated.statedAt());
        assertThat(desk.roster(team.admin(), activity.id())).anyMatch(RosterLine::late);

        clock.advance(Duration.ofMinutes(2));
        refused(
                AttendanceProblem.CODE_EXPIRED,
                () -> checkIns.type(person, volunteer.id(), digits, Direction.OUT, stated));
    }

    @Test
    void scans_at_the_same_moment_make_one_check_in() throws Exception {
        clock.set(start());
        String code = desk.code(team.admin(), activity.id()).token();
        List<Long> pairs = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var scans = new ArrayList<java.util.concurrent.Future<PairView>>();
            for (int i = 0; i < 40; i++) {
                scans.add(pool.submit(() -> scan(code, activity.id())));
            }
            for (var scan : scans) {
                pairs.add(scan.get().pairId());
            }
        }
        assertThat(pairs).hasSize(40).containsOnly(pairs.getFirst());
    }

    @Test
    void a_day_over_eight_hours_waits_for_the_organization_and_is_approved_by_somebody_else() {
        ActivityView longOne = fixture.published(team.id(), fixture.shift(Duration.ofHours(48), 600, 3));
        signUp(person, volunteer, longOne);
        Instant begin = longOne.period().start();
        clock.set(begin);
        scan(desk.code(team.admin(), longOne.id()).token(), longOne.id());
        clock.set(begin.plus(Duration.ofMinutes(590)));
        String code = desk.code(team.admin(), longOne.id()).token();
        checkIns.scan(person, volunteer.id(), longOne.id(), new Scanned(code, false), Direction.OUT, Phone.SILENT);

        assertThat(only().hold()).isEqualTo(Hold.LONG_DAY);
        clock.set(begin.plus(Duration.ofMinutes(620)));
        activityDesk.close(team.admin(), longOne.id(), "全天值守，服务居民一百余人次，秩序良好。", 100, "");
        assertThat(only().state()).isEqualTo(RecordState.HELD);
        recordDesk.approve(team.admin(), volunteer.id(), only().recordId(), "全天在岗，情况属实");
        assertThat(only().state()).isEqualTo(RecordState.NOTICE);
        afterNotice();
        assertThat(only().state()).isEqualTo(RecordState.EFFECTIVE);
    }

    @Test
    void a_correction_supersedes_and_keeps_the_old_record() {
        clock.set(start());
        scan(Direction.IN);
        clock.set(start().plus(Duration.ofMinutes(120)));
        scan(Direction.OUT);
        close();
        afterNotice();
        RecordView old = only();

        corrections.correct(
                team.admin(),
                old.key(),
                new org.yiwang.kernel.Period(start(), start().plus(Duration.ofMinutes(60))),
                new Corrections.Grounds("中途离开一小时", "签到表有本人签名"));
        assertThat(only()).isEqualTo(old);
        corrections.agree(person, old.key());

        RecordView now = only();
        assertThat(now.serviceMinutes()).isEqualTo(60);
        assertThat(now.kind()).isEqualTo(TimeKind.CREDIT);
        assertThat(now.state()).isEqualTo(RecordState.EFFECTIVE);
        assertThat(records.get(person, volunteer.id(), old.recordId()).state()).isEqualTo(RecordState.SUPERSEDED);
        assertThat(records.totals(person, volunteer.id()))
                .singleElement()
                .satisfies(t -> assertThat(t.creditMinutes()).isEqualTo(60));
    }

    private void signUp(Actor who, VolunteerView volunteerView, ActivityView view) {
        signUps.apply(
                who, volunteerView.id(), view.id(), view.shifts().getFirst().id(), null, null);
    }

    private void afterNotice() {
        clock.advance(Duration.ofDays(3));
        publicNotice.countDue();
    }

    private Instant start() {
        return activity.period().start();
    }

    private PairView scan(Direction direction) {
        String code = desk.code(team.admin(), activity.id()).token();
        return checkIns.scan(person, volunteer.id(), activity.id(), new Scanned(code, false), direction, Phone.SILENT);
    }

    private PairView scan(String code, @org.jspecify.annotations.Nullable Long activityId) {
        return checkIns.scan(person, volunteer.id(), activityId, new Scanned(code, false), Direction.IN, Phone.SILENT);
    }

    private void close() {
        if (clock.instant().isBefore(activity.period().end())) {
            clock.set(activity.period().end().plusSeconds(60));
        }
        activityDesk.close(team.admin(), activity.id(), "清理了三个楼道和两处花坛，分拣纸箱四十公斤。", 60, "");
    }

    private RecordView only() {
        return records.list(person, volunteer.id(), RecordFilter.ALL, 1).items().stream()
                .findFirst()
                .orElseThrow();
    }
}
