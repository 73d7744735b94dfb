package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceEvent;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.notification.Inbox;
import org.yiwang.record.Corrections.Grounds;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;

@CityTest
class CorrectionsTest {

    private static final Grounds GROUNDS = new Grounds("提前离开", "签到表有本人签名");

    @Autowired
    private Corrections corrections;

    @Autowired
    private ProposalClock proposalClock;

    @Autowired
    private RecordCases cases;

    @Autowired
    private Records records;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private NoticeBoard board;

    @Autowired
    private Sealing sealing;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private TestClock clock;

    @Autowired
    private Inbox inbox;

    private Team team;
    private VolunteerView volunteer;
    private Actor person;
    private ActivityView activity;
    private RecordKey record;

    /** Two hours of credit time that count. */
    @BeforeEach
    void serve() {
        clock.reset();
        team = TeamFixture.team();
        volunteer = TeamFixture.volunteer("李雷");
        person = TeamFixture.actor(volunteer);
        activity = fixture.published(team.id(), 10);
        clock.set(activity.period().end().plusSeconds(60));
        Evidence scan = new Evidence(Evidence.Way.SCANNED_CODE, 12, false, null, volunteer.contactAccountId());
        transaction.executeWithoutResult(_ -> {
            events.publishEvent(new AttendanceEvent.PairClosed(
                    Ids.next(),
                    activity.id(),
                    activity.shifts().getFirst().id(),
                    volunteer.id(),
                    activity.period(),
                    scan,
                    scan));
            events.publishEvent(new ActivityEvent.Closed(activity.id()));
        });
        record = cases.ofVolunteer(volunteer.id()).getFirst().key();
    }

    @Test
    void a_record_counts_exactly_when_its_notice_is_over_and_the_volunteer_is_told_of_both() {
        assertThat(now().countsOn()).isEqualTo(clock.instant().plus(Duration.ofDays(3)));
        clock.advance(Duration.ofDays(3).minusSeconds(1));
        notice.countDue();
        assertThat(now().state()).isEqualTo(RecordState.NOTICE);
        clock.advance(Duration.ofSeconds(1));
        notice.countDue();
        assertThat(now().state()).isEqualTo(RecordState.EFFECTIVE);
        assertThat(records.steps(now()))
                .extracting(RecordStep::why, RecordStep::actorAccountId, RecordStep::ruleKey)
                .endsWith(
                        org.assertj.core.groups.Tuple.tuple("record.why.activity-closed", 0L, "record.notice"),
                        org.assertj.core.groups.Tuple.tuple("record.why.notice-over", 0L, "record.notice"));
        assertThat(told()).contains("notice.record.on-notice", "notice.record.effective");
    }

    @Test
    void fewer_minutes_are_told_first_and_carried_out_on_the_day() {
        count();
        Corrections.Outcome outcome = corrections.correct(team.admin(), record, minutes(60), GROUNDS);
        assertThat(outcome.recordId()).isNull();
        assertThat(now().state()).isEqualTo(RecordState.EFFECTIVE);
        assertThat(told()).contains("notice.record.proposed");
        refused(RecordProblem.PROPOSED_ALREADY, () -> corrections.correct(team.admin(), record, minutes(50), GROUNDS));

        clock.advance(Duration.ofDays(3).minusSeconds(1));
        proposalClock.carryOutDue();
        assertThat(now().serviceMinutes()).isEqualTo(120);
        clock.advance(Duration.ofSeconds(1));
        proposalClock.carryOutDue();
        assertThat(now().state()).isEqualTo(RecordState.SUPERSEDED);
        RecordView corrected = only();
        assertThat(corrected.serviceMinutes()).isEqualTo(60);
        assertThat(corrected.kind()).isEqualTo(TimeKind.CREDIT);
        assertThat(corrected.state()).as("its time was on notice already").isEqualTo(RecordState.EFFECTIVE);
        assertThat(records.steps(now()).getLast().ruleKey()).isEqualTo("record.counting");
    }

    @Test
    void only_the_volunteer_agrees_and_then_it_is_done_at_once() {
        count();
        corrections.declareVoid(team.admin(), record, GROUNDS);
        refused(VolunteerProblem.NOT_YOURS, () -> corrections.agree(team.admin(), record));
        assertThat(corrections.listOpen(team.admin())).isEmpty();
        assertThat(corrections.listOpen(person)).extracting(Proposal::key).containsExactly(record);
        corrections.agree(person, record);
        assertThat(corrections.listOpen(person)).isEmpty();
        assertThat(now().state()).isEqualTo(RecordState.VOID);
        assertThat(records.totals(person, volunteer.id())).isEmpty();
        refused(RecordProblem.NO_PROPOSAL, () -> corrections.agree(person, record));
    }

    @Test
    void more_minutes_wait_for_a_second_person_whatever_the_volunteer_says_and_however_long() {
        Corrections.Outcome less = corrections.correct(team.admin(), record, minutes(60), GROUNDS);
        assertThat(less.proposal()).isNotNull();
        corrections.agree(person, record);
        RecordKey shorter = only().key();
        assertThat(only().state()).isEqualTo(RecordState.NOTICE);
        refused(
                RecordProblem.EVIDENCE_NEEDED,
                () -> corrections.correct(team.admin(), shorter, minutes(90), new Grounds("签退早了", "")));
        Corrections.Outcome longer = corrections.correct(team.admin(), shorter, minutes(90), GROUNDS);
        assertThat(longer.recordId()).isNull();
        assertThat(longer.proposal()).extracting(Proposal::state).isEqualTo(Proposal.State.UNCONFIRMED);
        assertThat(told()).contains("notice.record.raise-proposed");
        refused(RecordProblem.NO_PROPOSAL, () -> corrections.agree(person, shorter));
        refused(RecordProblem.PROPOSED_ALREADY, () -> corrections.correct(team.admin(), shorter, minutes(50), GROUNDS));
        clock.advance(Duration.ofDays(30));
        proposalClock.carryOutDue();
        assertThat(only().serviceMinutes()).isEqualTo(60);
        corrections.withdraw(team.admin(), shorter);
        assertThat(corrections.of(shorter)).extracting(Proposal::state).containsExactly(Proposal.State.WITHDRAWN);
    }

    @Test
    void what_lowers_a_record_needs_evidence_and_can_be_taken_back() {
        refused(
                RecordProblem.EVIDENCE_NEEDED,
                () -> corrections.declareVoid(team.admin(), record, new Grounds("不在现场", " ")));
        corrections.declareVoid(team.admin(), record, GROUNDS);
        corrections.withdraw(team.admin(), record);
        refused(RecordProblem.NO_PROPOSAL, () -> corrections.withdraw(team.admin(), record));
        clock.advance(Duration.ofDays(4));
        proposalClock.carryOutDue();
        notice.countDue();
        assertThat(now().state()).isEqualTo(RecordState.EFFECTIVE);
        assertThat(corrections.of(record)).extracting(Proposal::state).containsExactly(Proposal.State.WITHDRAWN);
    }

    @Test
    void a_proposal_waits_while_the_record_is_frozen_and_comes_to_nothing_when_somebody_else_changed_it() {
        corrections.correct(team.admin(), record, minutes(60), GROUNDS);
        cases.freeze(List.of(record), Because.of(0, "有人举报"));
        clock.advance(Duration.ofDays(4));
        proposalClock.carryOutDue();
        assertThat(corrections.findOpen(record)).isPresent();
        refused(RecordProblem.FROZEN, () -> corrections.agree(person, record));

        cases.correct(record, minutes(100), Because.of(0, "核实为一百分钟"));
        proposalClock.carryOutDue();
        assertThat(corrections.of(record)).extracting(Proposal::state).containsExactly(Proposal.State.OVERTAKEN);
        assertThat(only().serviceMinutes()).isEqualTo(100);
        assertThat(only().state()).as("nobody saw it on the board meanwhile").isEqualTo(RecordState.NOTICE);
    }

    @Test
    void a_frozen_record_does_not_count_keeps_its_time_and_both_are_sealed() {
        count();
        assertThat(cases.freeze(List.of(record, record), Because.of(0, "有人举报"))).containsExactly(record);
        assertThat(cases.freeze(List.of(record), Because.of(0, "有人举报"))).isEmpty();
        assertThat(records.totals(person, volunteer.id())).isEmpty();
        refused(RecordProblem.FROZEN, () -> corrections.declareVoid(team.admin(), record, GROUNDS));
        sealing.seal();
        assertThat(records.findProof(person, volunteer.id(), record.recordId())
                        .orElseThrow()
                        .content())
                .contains("origin=ATTENDANCE\n", "state=HELD\nhold=CASE\n");

        cases.release(List.of(record), Because.of(0, "举报不实"));
        assertThat(now().state()).isEqualTo(RecordState.EFFECTIVE);
        sealing.seal();
        assertThat(records.findProof(person, volunteer.id(), record.recordId())
                        .orElseThrow()
                        .content())
                .contains("why=举报不实\n");
        assertThat(sealing.verify(_ -> {}).found()).isEmpty();
    }

    @Test
    void a_record_frozen_on_notice_has_its_whole_notice_after_release() {
        cases.freeze(List.of(record), Because.of(0, "有人举报"));
        clock.advance(Duration.ofDays(2));
        notice.countDue();
        cases.release(List.of(record), Because.of(0, "举报不实"));
        assertThat(now().state()).isEqualTo(RecordState.NOTICE);
        cases.freeze(List.of(record), Because.of(0, "又有人举报"));
        clock.advance(Duration.ofDays(2));
        notice.countDue();
        assertThat(now().state()).isEqualTo(RecordState.HELD);
        cases.release(List.of(record), Because.of(0, "举报不实"));
        assertThat(now().state())
                .as("it was on the board for no day of the three")
                .isEqualTo(RecordState.NOTICE);
        clock.advance(Duration.ofDays(4));
        notice.countDue();
        assertThat(now().state()).isEqualTo(RecordState.EFFECTIVE);
    }

    @Test
    void the_notice_names_nobody_in_full_and_nobody_who_does_not_want_it() {
        assertThat(line().who()).isEqualTo("李*");
        assertThat(line().toString()).doesNotContain("李雷", volunteer.number(), String.valueOf(volunteer.id()));
        assertThat(board.find(record.recordId()).orElseThrow().key()).isEqualTo(record);
        board.hide(person, volunteer.id(), true);
        assertThat(line().who()).isNull();
        board.hide(person, volunteer.id(), false);
        assertThat(line().who()).isEqualTo("李*");
        refused(VolunteerProblem.NOT_YOURS, () -> board.hide(team.admin(), volunteer.id(), true));

        count();
        assertThat(board.list(new NoticeQuery(null, null, activity.id()), 1).items())
                .isEmpty();
        assertThat(board.find(record.recordId())).isEmpty();
    }

    private NoticeLine line() {
        List<NoticeLine> lines = board.list(new NoticeQuery(activity.region(), team.id(), activity.id()), 1)
                .items();
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private void count() {
        clock.advance(Duration.ofDays(3));
        notice.countDue();
    }

    private RecordView now() {
        return cases.get(record);
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

    private List<String> told() {
        return inbox.list(person, false, 1).items().stream()
                .map(m -> m.notice().key())
                .toList();
    }
}
