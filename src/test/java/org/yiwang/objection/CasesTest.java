package org.yiwang.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.CheckIns;
import org.yiwang.attendance.CheckIns.Scanned;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.Phone;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.notification.Inbox;
import org.yiwang.notification.Outbox;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.CaseView.State;
import org.yiwang.organization.HowChosen;
import org.yiwang.organization.MemberDesk;
import org.yiwang.organization.Memberships;
import org.yiwang.organization.OrganizationApplications;
import org.yiwang.organization.Post;
import org.yiwang.organization.PostDraft;
import org.yiwang.platform.Vault;
import org.yiwang.record.Because;
import org.yiwang.record.Corrections;
import org.yiwang.record.Hold;
import org.yiwang.record.OpenCases;
import org.yiwang.record.ProposalClock;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordFilter;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.rules.Rules;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;
import org.yiwang.testing.Visitor;
import org.yiwang.volunteer.VolunteerView;
import tools.jackson.databind.JsonNode;

/** Objections, reports and "that was not me": who may answer, what it does to records, and by when. */
@CityTest
class CasesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private SignUps signUps;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private AttendanceDesk attendance;

    @Autowired
    private Records records;

    @Autowired
    private RecordCases recordCases;

    @Autowired
    private Corrections corrections;

    @Autowired
    private ProposalClock proposals;

    @Autowired
    private PublicNotice publicNotice;

    @Autowired
    private OpenCases openCases;

    @Autowired
    private Objections objections;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Reports reports;

    @Autowired
    private SelfCheck selfCheck;

    @Autowired
    private CaseClock caseClock;

    @Autowired
    private Memberships memberships;

    @Autowired
    private MemberDesk memberDesk;

    @Autowired
    private TestClock clock;

    private Team team;
    private String document;
    private VolunteerView person;
    private Actor self;
    private Actor office;
    private RecordView record;
    private ActivityView activity;

    /** Somebody has served 60 of 120 minutes; the record is on public notice. */
    @BeforeEach
    void serve() {
        serveFrom(LocalDateTime.of(2026, 11, 21, 10, 0).atZone(ZONE).toInstant());
    }

    private void serveFrom(Instant start) {
        CaseScene scene = CaseScene.begin(start);
        team = scene.team();
        document = scene.document();
        person = scene.person();
        self = scene.self();
        office = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        activity = scene.activity();
        record = only();
        assertThat(record.state()).isEqualTo(RecordState.NOTICE);
    }

    @Test
    void an_organization_puts_more_hours_forward_the_district_gives_them_and_the_volunteer_sees_the_trail() {
        long id = object(Complaint.TOO_LITTLE);
        assertThat(openCases.isOpen(record.key())).isTrue();
        assertThat(desk.countToAnswer(team.admin())).isEqualTo(1);
        refused("case.already-open", () -> object(Complaint.TOO_LITTLE));

        refused(
                "case.evidence-needed",
                () -> desk.answer(team.admin(), id, new Verdict(Outcome.CORRECTED, minutes(90), "九十分钟", " ", false)));
        assertThat(desk.answer(team.admin(), id, corrected(90, "另外两人都说是九十分钟")))
                .as("takes effect")
                .isFalse();
        assertThat(only().serviceMinutes()).as("nobody raises alone").isEqualTo(60);
        CaseFile put = objections.get(self, id);
        assertThat(put.view().state()).isEqualTo(State.ESCALATED);
        assertThat(put.steps().getLast().served()).isEqualTo(minutes(90));
        assertThat(put.steps().getLast().evidence()).isEqualTo("签到表和现场照片");
        assertThat(desk.countToAnswer(team.admin())).isZero();
        refused("case.not-waiting", () -> desk.answer(team.admin(), id, kept()));
        Actor both = new Actor(
                team.admin().accountId(),
                "何队长",
                List.of(PeopleFixture.at(Role.DISTRICT_OFFICE, "420102")),
                team.admin().sessionId());
        refused("case.made-it-yourself", () -> desk.decide(both, id, corrected(90, "属实")));

        desk.decide(office, id, corrected(90, "签到表属实"));
        assertThat(only().serviceMinutes()).isEqualTo(90);
        assertThat(only().reason()).contains("签到表属实");
        CaseFile file = objections.get(self, id);
        assertThat(file.view().outcome()).isEqualTo(Outcome.CORRECTED);
        assertThat(file.records()).extracting(RecordView::serviceMinutes).containsExactly(90);
        assertThat(file.steps())
                .extracting(CaseStep::what)
                .containsExactly(What.OPENED, What.PUT_FORWARD, What.DECIDED);
        assertThat(file.steps())
                .extracting(CaseStep::ruleKey)
                .containsExactly(null, "objection.case", "record.counting");
        assertThat(openCases.isOpen(record.key())).isFalse();
    }

    @Test
    void nothing_is_settled_while_an_answer_can_be_taken_to_the_district() {
        long id = object(Complaint.TOO_LITTLE);
        assertThat(desk.answer(team.admin(), id, kept())).isTrue();
        assertThat(openCases.isOpen(record.key())).isTrue();
        LocalDate last =
                java.util.Objects.requireNonNull(objections.get(self, id).view().escalateUntil());
        clock.set(last.atTime(23, 59).atZone(ZONE).toInstant());
        assertThat(openCases.isOpen(record.key())).isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(openCases.isOpen(record.key())).isFalse();
    }

    @Test
    void who_says_it_was_too_much_gets_what_was_asked_for_and_not_less() {
        long id = objections.object(
                self, person.id(), record.recordId(), new Objection(Complaint.TOO_MUCH, "只做了四十分钟", minutes(40)));
        refused("case.lowering", () -> desk.answer(team.admin(), id, corrected(30, "半小时")));
        refused(
                "case.lowering",
                () -> desk.answer(team.admin(), id, new Verdict(Outcome.VOID, null, "没来", "名单", false)));
        assertThat(desk.answer(team.admin(), id, corrected(40, "按本人说的改"))).isTrue();
        assertThat(only().serviceMinutes()).isEqualTo(40);
    }

    @Test
    void of_a_not_me_that_was_kept_without_the_document_the_next_one_freezes_again() {
        selfCheck.notMe(look(document).ticket(), "是骗子先来一次");
        long id = objections.mine(self, person.id(), 1).items().getFirst().id();
        desk.decide(office, id, new Verdict(Outcome.KEPT, null, "电话里说是本人", "", false));
        assertThat(only().state()).isEqualTo(RecordState.NOTICE);
        selfCheck.notMe(look(document).ticket(), "真的不是我");
        assertThat(only().hold()).isEqualTo(Hold.CASE);

        // Once the document was seen, who only knows its number neither freezes nor delays anything.
        long seen = objections.mine(self, person.id(), 1).items().getFirst().id();
        desk.decide(office, seen, new Verdict(Outcome.KEPT, null, "证件与本人相符", "", true));
        selfCheck.notMe(look(document).ticket(), "又来一次");
        assertThat(only().hold()).isNull();
        assertThat(openCases.isOpen(record.key())).isFalse();
    }

    @Test
    void nobody_answers_about_themselves_or_what_they_made_while_somebody_else_can() {
        long id = object(Complaint.TOO_LITTLE);
        Actor asLeader = new Actor(
                self.accountId(), self.name(), List.of(PeopleFixture.at(Role.CAPTAIN, team.id())), self.sessionId());
        refused("case.own-case", () -> desk.answer(asLeader, id, kept()));
        refused(
                "case.unknown",
                () -> desk.answer(
                        PeopleFixture.leader(Role.CAPTAIN, TeamFixture.team().id()), id, kept()));
        refused("case.unknown", () -> desk.getForOffice(office, id));
        refused("case.unknown", () -> objections.get(TeamFixture.actor(TeamFixture.volunteer("李雷")), id));

        // Whoever corrected the record last made what is disputed.
        desk.answer(team.admin(), id, kept());
        objections.escalate(self, id, "没有看签到表");
        Actor both = new Actor(
                team.admin().accountId(),
                "何队长",
                List.of(PeopleFixture.at(Role.DISTRICT_OFFICE, "420102")),
                team.admin().sessionId());
        refused("case.made-it-yourself", () -> desk.decide(both, id, kept()));
        desk.decide(office, id, corrected(90, "到场核实属实"));
        assertThat(only().serviceMinutes()).isEqualTo(90);
        refused("case.record-replaced", () -> object(Complaint.TOO_LITTLE));
    }

    @Test
    void the_maker_of_a_correction_leaves_the_objection_to_another_who_can_answer() {
        correctedByOrganizer(minutes(50));
        record = only();
        long alone = object(Complaint.TOO_LITTLE);
        Actor deputy = deputy();
        refused("case.made-it-yourself", () -> desk.answer(team.admin(), alone, kept()));
        desk.answer(deputy, alone, kept());
        assertThat(objections.get(self, alone).view().state()).isEqualTo(State.ANSWERED);
    }

    /** Another administrator of the team. */
    private Actor deputy() {
        VolunteerView deputy = TeamFixture.volunteer("赵副队");
        Actor joined = TeamFixture.actor(deputy);
        memberships.join(joined, team.id(), null, null);
        memberDesk.givePost(
                team.admin(),
                team.id(),
                new PostDraft(
                        Post.ADMINISTRATOR,
                        joined.accountId(),
                        HowChosen.ELECTED,
                        LocalDate.ofInstant(clock.instant(), ZONE),
                        null));
        memberships.answerPost(
                joined,
                team.id(),
                memberships.offers(joined).getFirst().id(),
                true,
                City.bean(OrganizationApplications.class).honesty().version());
        return TeamFixture.actor(deputy);
    }

    @Test
    void what_is_decided_to_stand_is_lowered_only_after_a_new_telling_to_which_one_may_object_again() {
        lower(team.admin());
        long first = object(Complaint.TOO_LITTLE);
        desk.answer(team.admin(), first, kept());
        objections.escalate(self, first, "没有看签到表");
        assertThat(corrections.findOpen(record.key()))
                .as("the answer took it back")
                .isEmpty();
        String page = hourPage();
        assertThat(page).contains("更正已撤回，记录不变", "核对过签到，时间没有错").doesNotContain("/object?");
        lower(team.admin());
        desk.decide(office, first, kept());
        clock.advance(Duration.ofDays(40));
        proposals.carryOutDue();
        assertThat(only().serviceMinutes()).isEqualTo(60);
        refused("case.decided-already", () -> object(Complaint.TOO_LITTLE));

        lower(team.admin());
        assertThat(hourPage()).contains("/object?");
        long second = object(Complaint.TOO_LITTLE);
        refused("case.already-open", () -> object(Complaint.TOO_LITTLE));
        clock.advance(Duration.ofDays(4));
        proposals.carryOutDue();
        assertThat(only().serviceMinutes()).as("it waits for the case").isEqualTo(60);
        desk.answer(team.admin(), second, kept());
        assertThat(corrections.findOpen(record.key())).isEmpty();
    }

    @Test
    void who_objects_anew_while_an_answer_may_be_taken_further_goes_on_with_the_new_one() {
        long first = object(Complaint.TOO_LITTLE);
        desk.answer(team.admin(), first, kept());
        clock.advance(Duration.ofHours(1));
        refused("case.escalate-instead", () -> object(Complaint.TOO_LITTLE));
        lower(team.admin());
        object(Complaint.TOO_LITTLE);
        refused("case.already-open", () -> objections.escalate(self, first, "没有看签到表"));
    }

    @Test
    void who_proposed_a_correction_does_not_judge_the_objection_to_it() {
        Actor deputy = deputy();
        lower(deputy);
        long id = object(Complaint.TOO_LITTLE);
        clock.advance(Duration.ofDays(30));
        caseClock.tick();
        Actor both = new Actor(
                deputy.accountId(),
                "赵副队",
                List.of(PeopleFixture.at(Role.DISTRICT_OFFICE, "420102")),
                deputy.sessionId());
        refused("case.made-it-yourself", () -> desk.decide(both, id, kept()));
        desk.decide(office, id, kept());
        assertThat(corrections.findOpen(record.key())).isEmpty();
        assertThat(toldThatItDoesNotStand(deputy)).containsExactly(kept().reason());
        assertThat(toldThatItDoesNotStand(team.admin())).isEmpty();
    }

    /** The reasons with which somebody was told that what they proposed does not stand. */
    private static List<String> toldThatItDoesNotStand(Actor proposer) {
        return City.bean(Inbox.class).list(proposer, false, 1).items().stream()
                .filter(n -> n.notice().key().equals("notice.record.proposal-decided"))
                .map(n -> n.notice().args().getLast())
                .toList();
    }

    @Test
    void an_objection_waits_for_what_is_carried_out_at_this_moment_and_sees_it() throws Exception {
        try (var threads = Executors.newFixedThreadPool(1)) {
            var tries = new ArrayList<Future<String>>();
            new TransactionTemplate(City.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
                recordCases.correct(record.key(), minutes(50), Because.of(0, "更正到期"));
                tries.add(threads.submit(() -> {
                    try {
                        return Ids.text(object(Complaint.TOO_LITTLE));
                    } catch (Refusal refusal) {
                        return refusal.problem().code();
                    }
                }));
                while (!tries.getFirst().isDone() && !someoneWaits()) {
                    Thread.onSpinWait();
                }
            });
            assertThat(tries.getFirst().get()).isEqualTo("case.record-replaced");
        }
    }

    private static boolean someoneWaits() {
        return City.bean(JdbcClient.class)
                .sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private void lower(Actor by) {
        clock.advance(Duration.ofMinutes(1));
        corrections.correct(by, record.key(), minutes(30), new Corrections.Grounds("名单上只有半小时", "签到表"));
        clock.advance(Duration.ofMinutes(1));
    }

    private String hourPage() {
        return Visitor.asAccount(self.accountId())
                .get("/me/hours/" + Ids.text(record.recordId()))
                .body();
    }

    @Test
    void an_answer_takes_hours_away_only_where_the_volunteer_said_they_are_too_many() {
        long id = object(Complaint.TOO_LITTLE);
        refused("case.lowering", () -> desk.answer(team.admin(), id, corrected(30, "看错了")));
        Period mostlyBefore = new Period(
                minutes(20).start().minus(Duration.ofHours(3)), minutes(20).end());
        refused(
                "case.lowering",
                () -> desk.answer(
                        team.admin(), id, new Verdict(Outcome.CORRECTED, mostlyBefore, "早来的", "签到表和现场照片", false)));
        refused(
                "case.lowering",
                () -> desk.answer(team.admin(), id, new Verdict(Outcome.VOID, null, "没来", "签到表和现场照片", false)));
        refused(
                "case.reason-needed",
                () -> desk.answer(team.admin(), id, new Verdict(Outcome.KEPT, null, " ", "", false)));
        refused("case.outcome", () -> desk.answer(team.admin(), id, new Verdict(Outcome.UPHELD, null, "好", "", false)));
        assertThat(only().serviceMinutes()).isEqualTo(60);
    }

    @Test
    void of_two_who_decide_at_once_one_decides() throws Exception {
        long id = object(Complaint.TOO_LITTLE);
        desk.answer(team.admin(), id, kept());
        objections.escalate(self, id, "没有看签到表");
        Actor second = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        List<String> results = together(
                () -> {
                    desk.decide(office, id, corrected(90, "属实"));
                    return "corrected";
                },
                () -> {
                    desk.decide(second, id, kept());
                    return "kept";
                });
        assertThat(results).containsOnlyOnce("case.not-waiting").hasSize(2);
        CaseFile file = objections.get(self, id);
        assertThat(file.steps()).filteredOn(s -> s.what() == What.DECIDED).hasSize(1);
        assertThat(only().serviceMinutes()).isEqualTo(file.view().outcome() == Outcome.CORRECTED ? 90 : 60);
    }

    @Test
    void two_objections_sent_at_once_are_one_case() throws Exception {
        Callable<String> send = () -> Ids.text(object(Complaint.TOO_LITTLE));
        assertThat(together(send, send)).containsOnlyOnce("case.already-open");
        assertThat(objections.mine(self, person.id(), 1).items()).hasSize(1);
    }

    @Test
    void goes_to_the_district_on_the_day_after_the_tenth_working_day_over_the_national_holiday() {
        serveFrom(LocalDateTime.of(2026, 9, 29, 9, 0).atZone(ZONE).toInstant());
        assertThat(LocalDate.ofInstant(clock.instant(), ZONE)).isEqualTo("2026-09-30");
        long id = object(Complaint.TOO_LITTLE);
        assertThat(objections.get(self, id).view().dueOn())
                .as("seven days off, one Saturday worked in exchange")
                .isEqualTo("2026-10-20");

        clock.set(at("2026-10-20T23:59"));
        caseClock.tick();
        assertThat(objections.get(self, id).view().state()).isEqualTo(State.OPEN);

        clock.set(at("2026-10-21T00:01"));
        caseClock.tick();
        caseClock.tick();
        CaseFile file = objections.get(self, id);
        assertThat(file.view().state()).isEqualTo(State.ESCALATED);
        assertThat(file.view().region()).isEqualTo(new RegionCode("420102"));
        assertThat(file.view().dueOn()).isEqualTo("2026-11-04");
        assertThat(file.steps()).extracting(CaseStep::what).containsExactly(What.OPENED, What.ESCALATED);
        refused("case.not-waiting", () -> desk.answer(team.admin(), id, kept()));
        desk.decide(office, id, kept());
        assertThat(objections.get(self, id).view().state()).isEqualTo(State.DECIDED);
    }

    @Test
    void an_answer_is_taken_further_once_and_in_time() {
        long id = object(Complaint.SOMETHING_ELSE);
        refused("case.not-waiting", () -> objections.escalate(self, id, "太慢"));
        desk.answer(team.admin(), id, kept());
        refused("case.escalate-instead", () -> object(Complaint.TOO_LITTLE));
        assertThat(objections.answered(self)).extracting(CaseView::id).containsExactly(id);
        assertThat(objections.answered(office)).isEmpty();
        clock.advance(Duration.ofDays(30));
        assertThat(objections.answered(self)).isEmpty();
        refused("case.too-late", () -> objections.escalate(self, id, "太慢"));
    }

    @Test
    void a_missing_service_goes_to_its_organizer_or_without_one_to_the_street() {
        MissingService named =
                new MissingService(activity.id(), "", record.serviceDate().minusDays(1), "前一天也来了", null);
        long first = objections.missing(self, person.id(), named);
        desk.answer(team.admin(), first, new Verdict(Outcome.ADDED, null, "核实属实，走补录", "签到表和现场照片", false));
        assertThat(objections.get(self, first).view().outcome()).isEqualTo(Outcome.ADDED);

        MissingService described = new MissingService(null, "邻居节，居委会", record.serviceDate(), "帮忙搬桌子", null);
        long second = objections.missing(self, person.id(), described);
        Actor street = PeopleFixture.staff(Role.STREET_OFFICE, "420102015");
        assertThat(desk.getForOffice(street, second).view().withOffice()).isTrue();
        refused(
                "case.nothing-named",
                () -> objections.missing(
                        self, person.id(), new MissingService(null, " ", record.serviceDate(), "啊", null)));
    }

    @Test
    void a_report_follows_a_record_that_is_corrected_meanwhile() {
        String receipt = report();
        long id = waiting();
        correctedByOrganizer(minutes(45));

        desk.freeze(office, id, "先核实");
        assertThat(only().hold()).isEqualTo(Hold.CASE);
        assertThat(only().serviceMinutes()).isEqualTo(45);
        CaseFile file = desk.getForOffice(office, id);
        assertThat(file.records()).extracting(RecordView::serviceMinutes).containsExactly(45);
        assertThat(objections.get(self, id).frozen())
                .as("the volunteer is told")
                .isTrue();

        desk.decide(office, id, new Verdict(Outcome.VOID, null, "监控显示本人未到场", "签到表和现场照片", false));
        objections.agree(self, id);
        assertThat(records.list(self, person.id(), RecordFilter.ALL, 1).items())
                .allMatch(r -> r.state() == RecordState.SUPERSEDED || r.state() == RecordState.VOID);
        assertThat(reports.find(receipt)).hasValueSatisfying(answer -> {
            assertThat(answer.outcome()).isEqualTo(Outcome.VOID);
            assertThat(answer.toString()).doesNotContain("韩").doesNotContain("监控");
        });
    }

    @Test
    void the_key_of_a_form_gives_one_receipt_for_one_report_and_nobody_elses() {
        String key = "0123456789abcdef-" + person.id();
        String receipt = reports.report(null, aReport(), key, "");
        assertThat(reports.report(null, aReport(), key, "")).isEqualTo(receipt);
        Report other = new Report(record.key(), null, Complaint.NOT_THERE, "我也没有看到人", "", "");
        assertThat(reports.report(null, other, key, "")).isNotEqualTo(receipt);
        refused("case.key-too-short", () -> reports.report(null, aReport(), "1", ""));
    }

    @Test
    void a_report_never_goes_to_the_organization_and_its_leaders_do_not_decide_it() {
        report();
        long id = waiting();
        assertThat(desk.toAnswer(team.admin(), true, 1).items()).isEmpty();
        refused("case.unknown", () -> desk.getForOrganization(team.admin(), id));
        Actor both = new Actor(
                team.admin().accountId(),
                "何队长",
                List.of(PeopleFixture.at(Role.DISTRICT_OFFICE, "420102")),
                team.admin().sessionId());
        refused("case.own-organization", () -> desk.decide(both, id, kept()));
        refused("case.unknown", () -> objections.get(self, id));
        Actor elsewhere = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420103");
        refused("case.unknown", () -> desk.getForOffice(elsewhere, id));
    }

    @Test
    void a_frozen_record_counts_again_only_when_the_last_case_lets_go() {
        report();
        long first = waiting();
        reports.report(null, aReport(), null, "");
        long second = desk.toDecide(office, true, 1).items().stream()
                .filter(c -> person.id() == idOf(c) && c.id() != first)
                .findFirst()
                .orElseThrow()
                .id();
        desk.freeze(office, first, "核实");
        desk.freeze(office, second, "核实");
        desk.decide(office, first, kept());
        assertThat(only().hold()).isEqualTo(Hold.CASE);
        RecordKey held = only().key();
        assertThat(recordCases.release(List.of(held), Because.of(0, "record.why.case-over")))
                .isEmpty();
        assertThat(only().hold()).isEqualTo(Hold.CASE);
        desk.release(office, second, "已核实");
        assertThat(only().state()).isEqualTo(RecordState.NOTICE);
    }

    @Test
    void what_is_said_not_to_be_mine_does_not_become_effective_until_decided() {
        SelfCheck.Look look = look(document);
        assertThat(look.found().records()).isEqualTo(1);
        assertThat(look.found().organizers()).containsExactly(record.organizationName());

        String receipt = selfCheck.notMe(look.ticket(), "我一直在外地");
        assertThat(selfCheck.notMe(look.ticket(), "")).as("sent twice").isEqualTo(receipt);
        SelfCheck.Look again = look(document);
        refused("case.not-me-open", () -> selfCheck.notMe(again.ticket(), ""));
        assertThat(only().hold()).isEqualTo(Hold.CASE);
        clock.advance(Duration.ofDays(4));
        publicNotice.countDue();
        assertThat(only().state()).isEqualTo(RecordState.HELD);

        long id = objections.mine(self, person.id(), 1).items().getFirst().id();
        objections.state(self, id, "是我自己去的，有合影");
        refused(
                "case.document-unseen",
                () -> desk.decide(office, id, new Verdict(Outcome.VOID, null, "不是", "签到表和现场照片", false)));
        desk.decide(office, id, new Verdict(Outcome.KEPT, null, "当面核对，是本人", "", true));
        assertThat(only().state()).as("nobody saw it on the board meanwhile").isEqualTo(RecordState.NOTICE);
        clock.advance(Duration.ofDays(4));
        publicNotice.countDue();
        assertThat(only().state()).isEqualTo(RecordState.EFFECTIVE);
        selfCheck.notMe(look(document).ticket(), "再来一次");
        assertThat(only().state()).as("was found to be the person's own").isEqualTo(RecordState.EFFECTIVE);
        assertThat(reports.find(receipt))
                .hasValueSatisfying(a -> assertThat(a.outcome()).isEqualTo(Outcome.KEPT));
    }

    @Test
    void confirmed_not_me_makes_everything_void_what_was_added_meanwhile_included() {
        selfCheck.notMe(look(document).ticket(), "");
        long id = objections.mine(self, person.id(), 1).items().getFirst().id();
        ActivityView later = fixture.published(team.id(), 10);
        signUps.apply(self, person.id(), later.id(), later.shifts().getFirst().id(), null, null);
        activity = later;
        check(Direction.IN, 0);
        check(Direction.OUT, 60);
        assertThat(desk.decide(office, id, new Verdict(Outcome.VOID, null, "本人到窗口，核对无误", "证件原件", true)))
                .as("whoever is registered is told first")
                .isFalse();
        assertThat(recordCases.ofVolunteer(person.id())).isNotEmpty();
        objections.agree(self, id);
        assertThat(recordCases.ofVolunteer(person.id())).isEmpty();
    }

    @Test
    void a_look_tells_nothing_before_the_code_and_is_limited() {
        String mobile = PeopleFixture.newMobile();
        String unknown = TeamFixture.idNumber(LocalDate.of(1970, 1, 1));
        Visitor visitor = Visitor.anonymous();
        String known = page(visitor, document, mobile);
        String other = page(Visitor.anonymous(), unknown, PeopleFixture.newMobile());
        assertThat(shape(other)).as("known and unknown look the same").isEqualTo(shape(known));
        refused("account.code-wrong", () -> selfCheck.look("01", document, mobile, "000000x", ""));

        visitor.get("/check");
        String found = visitor.post(
                        "/check",
                        Map.of(
                                "documentType",
                                "01",
                                "documentNumber",
                                document,
                                "mobile",
                                mobile,
                                "code",
                                TextMessages.code(mobile)))
                .body();
        assertThat(found)
                .contains(record.organizationName())
                .doesNotContain("韩")
                .doesNotContain(document);
        String asked = PeopleFixture.newMobile();
        Map<String, String> question = Map.of("documentType", "01", "documentNumber", document, "mobile", asked);
        Visitor.anonymous().api("POST", "/api/v1/self-checks/codes", question);
        Map<String, String> proved = new HashMap<>(question);
        proved.put("code", TextMessages.code(asked));
        JsonNode told = Visitor.anonymous()
                .api("POST", "/api/v1/self-checks", proved)
                .json()
                .path("found");
        assertThat(told.propertyNames())
                .as("to anybody with the number: counts and organizers, neither hours nor months")
                .containsExactlyInAnyOrder("registered", "records", "organizers");
        assertThat(found.substring(found.indexOf("<main")).replaceAll("value=\"[^\"]*\"", ""))
                .doesNotContain("小时")
                .doesNotContainPattern("20\\d\\d-\\d\\d");
        assertThat(look(unknown).found()).isEqualTo(SelfCheck.Found.NOTHING);
        for (int i = 0; i < 12; i++) {
            selfCheck.sendCode("01", document, PeopleFixture.newMobile(), "");
        }
        assertThat(look(document).found().records())
                .as("strangers use nothing up")
                .isEqualTo(1);
        refused("case.look-expired", () -> selfCheck.notMe("forged", ""));
    }

    @Test
    void tries_count_for_the_address_and_only_proved_ones_for_the_number() {
        Tries tries = new Tries(
                City.bean(TryStore.class),
                City.bean(Rules.class),
                City.bean(Vault.class),
                clock,
                City.bean(PlatformTransactionManager.class),
                false);
        for (int i = 0; i < 60; i++) {
            tries.check("127.9.9.9");
            tries.check("2001:db8:77:1::" + Integer.toHexString(i));
        }
        refused("case.too-often", () -> tries.check("127.9.9.9"));
        refused("case.too-often", () -> tries.check("2001:db8:77:1:ffff::"));
        tries.check("2001:db8:77:2::1");

        String mobile = PeopleFixture.newMobile();
        Report unproved = new Report(record.key(), null, Complaint.NOT_THERE, "那天没有看到人", mobile, "000000x");
        for (int i = 0; i < 6; i++) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> reports.report(null, unproved, null, ""))
                    .satisfies(r -> assertThat(r.problem().code()).startsWith("account."));
        }
        for (int i = 0; i < 5; i++) {
            tries.reported(mobile);
        }
        refused("case.too-often", () -> tries.reported(mobile));
        for (int i = 0; i < 10; i++) {
            tries.checked(mobile);
        }
        refused("case.too-often", () -> tries.checked(mobile));
    }

    /** At once, or with the volunteer's agreement. */
    private void correctedByOrganizer(Period served) {
        var outcome =
                corrections.correct(team.admin(), record.key(), served, new Corrections.Grounds("核对名单", "签到表有本人签名"));
        if (outcome.proposal() != null) {
            corrections.agree(self, record.key());
        }
    }

    @Test
    void an_outsider_reports_without_an_account_and_learns_no_name() {
        Visitor visitor = Visitor.anonymous();
        String path = "/reports/new?record=" + Ids.text(person.id()) + "-" + Ids.text(record.recordId());
        assertThat(visitor.get(path).body()).contains(activity.title()).doesNotContain("韩梅");
        String mobile = PeopleFixture.newMobile();
        reports.sendCode(mobile, "");
        var answer = visitor.post(
                "/reports/new",
                Map.of(
                        "record",
                        Ids.text(person.id()) + "-" + Ids.text(record.recordId()),
                        "complaint",
                        "NOT_THERE",
                        "words",
                        "<b>那天她在外地</b>",
                        "mobile",
                        mobile,
                        "code",
                        TextMessages.code(mobile)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        String receipt = answer.location();
        assertThat(visitor.get(receipt.substring(receipt.indexOf("/reports/"))).body())
                .contains(activity.title())
                .doesNotContain("韩梅")
                .doesNotContain("外地");
        long id = waiting();
        assertThat(desk.contact(office, id, "核实情况")).hasValue(mobile);
        desk.decide(office, id, kept());
        assertThat(City.bean(Outbox.class).newest(mobile)).anyMatch(m -> m.key().equals("sms.objection.decided"));
        assertThat(visitor.get("/reports/0000-0000-0000").status()).isEqualTo(404);
    }

    private String page(Visitor visitor, String number, String mobile) {
        visitor.get("/check");
        return visitor.post("/check/code", Map.of("documentType", "01", "documentNumber", number, "mobile", mobile))
                .body();
    }

    private static String shape(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main"))
                .replaceAll("[0-9]+[0-9Xx]", "N")
                .replaceAll("value=\"[^\"]*\"", "V")
                .replaceAll("content=\"[^\"]*\"", "C");
    }

    private SelfCheck.Look look(String number) {
        String mobile = PeopleFixture.newMobile();
        selfCheck.sendCode("01", number, mobile, "");
        return selfCheck.look("01", number, mobile, TextMessages.code(mobile), "");
    }

    private String report() {
        return reports.report(null, aReport(), null, "");
    }

    private Report aReport() {
        return new Report(record.key(), null, Complaint.NOT_THERE, "那天没有看到人", "", "");
    }

    /** The last case about the person that waits for the office. */
    private long waiting() {
        return desk.toDecide(office, true, 1).items().stream()
                .filter(c -> person.id() == idOf(c))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static long idOf(CaseView it) {
        return it.volunteerId() == null ? 0 : it.volunteerId();
    }

    private long object(Complaint complaint) {
        return objections.object(
                self, person.id(), record.recordId(), new Objection(complaint, "我做了一个半小时", minutes(90)));
    }

    private Verdict corrected(int minutes, String why) {
        return new Verdict(Outcome.CORRECTED, minutes(minutes), why, "签到表和现场照片", false);
    }

    private static Verdict kept() {
        return new Verdict(Outcome.KEPT, null, "核对过签到，时间没有错", "", false);
    }

    private Period minutes(int minutes) {
        Instant start = activity.shifts().getFirst().period().start();
        return new Period(start, start.plus(Duration.ofMinutes(minutes)));
    }

    private RecordView only() {
        List<RecordView> live = recordCases.ofVolunteer(person.id());
        assertThat(live).hasSize(1);
        return live.getFirst();
    }

    private void check(Direction direction, int minute) {
        clock.set(activity.period().start().plus(Duration.ofMinutes(minute)));
        Scanned code = new Scanned(attendance.code(team.admin(), activity.id()).token(), false);
        checkIns.scan(self, person.id(), activity.id(), code, direction, Phone.SILENT);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(command)
                .satisfies(r -> assertThat(r.problem().code()).isEqualTo(code));
    }

    /** Both at the same time; what each answered, a refusal by its code. */
    private static List<String> together(Callable<String> one, Callable<String> other) throws Exception {
        List<String> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = new ArrayList<>();
            for (Callable<String> each : List.of(one, other)) {
                both.add(threads.submit(() -> {
                    try {
                        return each.call();
                    } catch (Refusal refusal) {
                        return refusal.problem().code();
                    }
                }));
            }
            for (Future<String> each : both) {
                results.add(each.get());
            }
        }
        return results;
    }
}
