package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.Grants;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.attendance.AttendanceEvent;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.notification.Inbox;
import org.yiwang.record.TrailLine.What;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.volunteer.VolunteerView;

/** The volunteer reads everything that happened to a record, with who, why and by which rule; and no wait is ever cut. */
@CityTest
class TrailTest {

    private static final Corrections.Grounds GROUNDS = new Corrections.Grounds("提前离开", "签到表有本人签名");

    @Autowired
    private Corrections corrections;

    @Autowired
    private RecordDesk desk;

    @Autowired
    private RecordTrail trail;

    @Autowired
    private RecordCases cases;

    @Autowired
    private RecordIntake intake;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private Grants grants;

    @Autowired
    private Inbox inbox;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private TestClock clock;

    private Team team;
    private VolunteerView volunteer;
    private Actor person;
    private ActivityView activity;

    @BeforeEach
    void prepare() {
        clock.reset();
        team = TeamFixture.team();
        volunteer = TeamFixture.volunteer("李雷");
        person = TeamFixture.actor(volunteer);
        activity = fixture.published(team.id(), fixture.shift(Duration.ofHours(20), 660, 9));
        clock.set(activity.period().end().plusSeconds(60));
    }

    @Test
    void the_trail_tells_standing_and_proposals_in_one_order_with_capacity_reason_evidence_and_rule() {
        RecordKey record = serve(120);
        later();
        corrections.correct(team.admin(), record, minutes(60), GROUNDS);
        later();
        corrections.withdraw(team.admin(), record);
        later();
        corrections.declareVoid(team.admin(), record, new Corrections.Grounds("不在现场", "现场照片"));
        // What somebody was then is told, whatever they are now.
        grants.takeAway(
                Actor.SYSTEM,
                team.leader().contactAccountId(),
                Role.ORGANIZATION_ADMIN,
                new Scope.InOrganization(team.id()),
                "换届");
        later();
        corrections.agree(person, record);

        List<TrailLine> lines = trail.of(cases.get(record));
        assertThat(lines)
                .extracting(TrailLine::what, TrailLine::state, l -> l.who().as(), TrailLine::why)
                .containsExactly(
                        tuple(What.STANDING, RecordState.PENDING, "SELF", null),
                        tuple(What.STANDING, RecordState.NOTICE, "PROGRAM", "record.why.activity-closed"),
                        tuple(What.PROPOSED, null, "ORGANIZATION_ADMIN", "提前离开"),
                        tuple(What.WITHDRAWN, null, "ORGANIZATION_ADMIN", null),
                        tuple(What.PROPOSED, null, "ORGANIZATION_ADMIN", "不在现场"),
                        tuple(What.AGREED, null, "SELF", null),
                        tuple(What.STANDING, RecordState.VOID, "ORGANIZATION_ADMIN", "不在现场"));
        assertThat(lines).allSatisfy(l -> assertThat(l.ruleKey()).isNotNull());
        assertThat(lines.get(2).who().body()).startsWith("花桥志愿队");
        assertThat(lines.get(4).ruleKey()).isEqualTo("record.proposal");

        Visitor reader = Visitor.asAccount(volunteer.contactAccountId());
        String page = reader.get("/me/hours/" + Ids.text(record.recordId())).body();
        assertThat(page)
                .contains("提出作废", "现场照片", "本人同意作废", "更正已撤回", "花桥志愿队", "/rules/record.proposal/1")
                .doesNotContain("何队长（");
        assertThat(reader.api(
                                "GET",
                                "/api/v1/volunteers/" + Ids.text(volunteer.id()) + "/records/"
                                        + Ids.text(record.recordId()) + "/steps",
                                null)
                        .body())
                .contains("\"what\":\"PROPOSED\"", "\"by\":\"ORGANIZATION_ADMIN\"", "现场照片", "\"by\":\"SELF\"");
    }

    @Test
    void whatever_holds_a_record_names_its_rule() {
        RecordKey first = serve(120);
        RecordKey outside = record(new Period(
                activity.period().start().minusSeconds(7200),
                activity.period().start().minusSeconds(3600)));
        RecordKey overlap = record(minutes(60));
        assertThat(first).isNotEqualTo(overlap);
        for (RecordKey key : List.of(outside, overlap)) {
            assertThat(cases.steps(key).getFirst().ruleKey()).isEqualTo("record.counting");
            assertThat(cases.steps(key).getFirst().ruleVersion()).isEqualTo(1);
        }
    }

    @Test
    void a_long_day_that_nobody_confirms_counts_up_to_the_limit_and_the_volunteer_reads_the_rule() {
        RecordKey record = serve(660);
        assertThat(cases.get(record).hold()).isEqualTo(Hold.LONG_DAY);
        assertThatThrownBy(() -> desk.refuse(team.admin(), record, new Corrections.Grounds("下午没有见到人", " ")))
                .hasMessage("record.evidence-needed");
        desk.refuse(team.admin(), record, new Corrections.Grounds("下午没有见到人", "下午的签名表"));

        assertThat(cases.get(record).state()).isEqualTo(RecordState.SUPERSEDED);
        RecordView kept = only();
        assertThat(kept.serviceMinutes()).isEqualTo(480);
        assertThat(kept.kind()).isEqualTo(TimeKind.CREDIT);
        assertThat(kept.state()).isEqualTo(RecordState.NOTICE);
        assertThat(cases.steps(record).getLast())
                .extracting(RecordStep::ruleKey, RecordStep::ruleVersion, RecordStep::why, RecordStep::evidence)
                .containsExactly("record.daily-caps", 1, "下午没有见到人", "下午的签名表");
        assertThat(inbox.list(person, false, 1).items())
                .extracting(Object::toString)
                .anyMatch(told -> told.contains("notice.record.cut-back") && told.contains("下午的签名表"));
    }

    @Test
    void a_correction_of_time_entered_by_hand_never_counts_sooner_and_more_of_it_waits_anew() {
        Instant taken = clock.instant();
        RecordKey record = take(minutes(60));
        assertThat(cases.get(record).countsOn()).isEqualTo(taken.plus(Duration.ofDays(14)));

        // Moved by a minute, as long as before: done at once, and no day is won.
        clock.advance(Duration.ofDays(1));
        Period moved = new Period(
                minutes(60).start().plusSeconds(60), minutes(60).end().plusSeconds(60));
        corrections.correct(team.admin(), record, moved, GROUNDS);
        RecordView same = only();
        assertThat(same.state()).isEqualTo(RecordState.NOTICE);
        assertThat(same.countsOn()).isEqualTo(taken.plus(Duration.ofDays(14)));
        assertThat(cases.steps(same.key()).getFirst().ruleKey()).isEqualTo("entry.waiting");

        // More minutes, decided by whoever may: they wait as their origin asked, from now on.
        clock.advance(Duration.ofDays(10));
        cases.correct(same.key(), minutes(90), Because.of(0, "核实为九十分钟"));
        assertThat(only().countsOn()).isEqualTo(clock.instant().plus(Duration.ofDays(14)));
        assertThat(cases.steps(only().key()).getFirst().ruleKey()).isEqualTo("entry.waiting");

        // The whole chain is one trail, however often the record was corrected.
        List<TrailLine> whole = trail.of(only());
        assertThat(whole)
                .extracting(TrailLine::state, TrailLine::minutes)
                .containsExactly(
                        tuple(RecordState.NOTICE, 60),
                        tuple(RecordState.SUPERSEDED, null),
                        tuple(RecordState.NOTICE, 60),
                        tuple(RecordState.SUPERSEDED, null),
                        tuple(RecordState.NOTICE, 90));
        assertThat(Visitor.asAccount(volunteer.contactAccountId())
                        .get("/me/hours/" + Ids.text(only().recordId()))
                        .body())
                .contains("核实为九十分钟", "记为 1 小时");

        // Fewer minutes win nothing either, and lose nothing.
        Instant counts = clock.instant().plus(Duration.ofDays(14));
        clock.advance(Duration.ofDays(13));
        cases.correct(only().key(), minutes(30), Because.of(0, "核实为三十分钟"));
        assertThat(only().countsOn()).isEqualTo(counts);
        clock.set(counts);
        notice.countDue();
        assertThat(only().state()).isEqualTo(RecordState.EFFECTIVE);
    }

    /** So many minutes, checked in by the volunteer, of an activity that is closed. */
    private RecordKey serve(int minutes) {
        RecordKey key = record(minutes(minutes));
        transaction.executeWithoutResult(_ -> events.publishEvent(new ActivityEvent.Closed(activity.id())));
        return key;
    }

    private RecordKey record(Period served) {
        Evidence scan = new Evidence(Evidence.Way.SCANNED_CODE, 12, false, null, volunteer.contactAccountId());
        var before = cases.ofVolunteer(volunteer.id());
        transaction.executeWithoutResult(_ -> events.publishEvent(new AttendanceEvent.PairClosed(
                Ids.next(), activity.id(), activity.shifts().getFirst().id(), volunteer.id(), served, scan, scan)));
        return cases.ofVolunteer(volunteer.id()).stream()
                .filter(r -> !before.contains(r))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private RecordKey take(Period served) {
        ShiftView shift = activity.shifts().getFirst();
        var statutory = new Statutory(
                activity.id(),
                shift.id(),
                team.id(),
                "花桥队",
                activity.region().value(),
                activity.title(),
                activity.category(),
                shift.postName(),
                "花桥",
                "王队长",
                activity.ancestors());
        var draft = new RecordDraft(Ids.next(), volunteer.id(), statutory, shift.period(), served, "手工录入");
        var terms = new RecordIntake.Terms(
                Origin.MANUAL,
                team.leader().contactAccountId(),
                new RecordIntake.Wait(Duration.ofDays(14), "entry.waiting", 1),
                "record.why.paper");
        return ((Intake.Taken) intake.take(List.of(draft), terms).getFirst()).key();
    }

    private RecordView only() {
        List<RecordView> live = cases.ofVolunteer(volunteer.id());
        assertThat(live).hasSize(1);
        return live.getFirst();
    }

    private Period minutes(int minutes) {
        Instant start = activity.period().start();
        return new Period(start, start.plus(Duration.ofMinutes(minutes)));
    }

    private void later() {
        clock.advance(Duration.ofMinutes(10));
    }
}
