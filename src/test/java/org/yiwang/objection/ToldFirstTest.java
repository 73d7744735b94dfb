package org.yiwang.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.Accounts;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.notification.Inbox;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.CaseView.State;
import org.yiwang.record.CaseTrail;
import org.yiwang.record.Hold;
import org.yiwang.record.Intake;
import org.yiwang.record.OpenCases;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.RecordIntake;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordTrail;
import org.yiwang.record.RecordView;
import org.yiwang.record.Statutory;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;
import org.yiwang.testing.Visitor;
import org.yiwang.trust.CasesOfCalls;
import org.yiwang.trust.DecidedCases;
import org.yiwang.trust.TrustEvent;
import org.yiwang.volunteer.VolunteerView;

/** What takes hours away by a case is told to the volunteer first (domain F14). */
@CityTest
class ToldFirstTest {

    @Autowired
    private Objections objections;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Reports reports;

    @Autowired
    private SelfCheck selfCheck;

    @Autowired
    private Announcements announcements;

    @Autowired
    private RecordCases records;

    @Autowired
    private CaseClock caseClock;

    @Autowired
    private OpenCases openCases;

    @Autowired
    private CasesOfCalls calls;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private String document;
    private VolunteerView person;
    private Actor self;
    private Actor office;
    private ActivityView activity;
    private RecordView record;

    /** Somebody has served 60 of 120 minutes; the record is on public notice. */
    @BeforeEach
    void serve() {
        CaseScene scene = CaseScene.begin(Instant.parse("2026-11-21T02:00:00Z"));
        document = scene.document();
        person = scene.person();
        self = scene.self();
        office = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        activity = scene.activity();
        record = now();
    }

    @Test
    void a_report_that_makes_a_record_void_is_told_three_days_before_with_reason_and_rule() {
        long id = reported();
        assertThat(desk.decide(office, id, voided())).as("takes effect at once").isFalse();

        CaseFile told = objections.get(self, id);
        assertThat(told.view().state()).isEqualTo(State.ANNOUNCED);
        assertThat(told.frozen()).isTrue();
        assertThat(told.steps().getLast().words()).isEqualTo("监控显示本人未到场");
        assertThat(told.steps().getLast().evidence()).isEqualTo("签到表和现场照片");
        assertThat(told.steps().getLast().ruleKey()).isEqualTo("record.proposal");
        assertThat(now().hold()).isEqualTo(Hold.CASE);
        assertThat(openCases.isOpen(record.key())).isTrue();
        String page = Visitor.asAccount(self.accountId())
                .get("/me/cases/" + Ids.text(id))
                .body();
        assertThat(page)
                .contains("监控显示本人未到场")
                .contains("签到表和现场照片")
                .contains("/agree")
                .contains("/escalate");
        assertThat(Visitor.asAccount(office.accountId())
                        .get("/gov/cases/" + Ids.text(id))
                        .status())
                .isEqualTo(200);

        clock.advance(Duration.ofDays(3).minusSeconds(1));
        announcements.carryOutDue();
        assertThat(now().hold()).isEqualTo(Hold.CASE);
        clock.advance(Duration.ofSeconds(1));
        announcements.carryOutDue();

        assertThat(records.get(record.key()).state()).isEqualTo(RecordState.VOID);
        CaseStep last = objections.get(self, id).steps().getLast();
        assertThat(last.what()).isEqualTo(What.DECIDED);
        assertThat(last.ruleKey()).isEqualTo("record.proposal");
        refused("case.not-waiting", () -> objections.agree(self, id));
    }

    @Test
    void the_volunteer_takes_it_further_once_and_somebody_else_decides() {
        long id = reported();
        desk.decide(office, id, voided());
        objections.state(self, id, "我在场，有合影");
        objections.escalate(self, id, "监控看的不是那一天");
        clock.advance(Duration.ofDays(4));
        announcements.carryOutDue();
        assertThat(now().hold()).as("nothing is carried out before that").isEqualTo(Hold.CASE);
        refused("case.unknown", () -> desk.decide(office, id, voided()));

        Actor other = PeopleFixture.staff(Role.CITY_OFFICE, "4201");
        desk.decide(other, id, voided());
        refused("case.not-waiting", () -> objections.escalate(self, id, "还是不同意"));
        refused("case.unknown", () -> desk.decide(office, id, voided()));
        desk.decide(other, id, new Verdict(Outcome.KEPT, null, "合影属实", "", false));
        assertThat(now().state()).isIn(RecordState.NOTICE, RecordState.EFFECTIVE);
        assertThat(objections.get(self, id).view().state()).isEqualTo(State.DECIDED);
    }

    @Test
    void the_trail_of_a_record_tells_its_cases_in_plain_words_and_never_who_reported() {
        later();
        long id = reported();
        assertThat(cases(record)).as("nobody has told the volunteer yet").isEmpty();
        later();
        desk.decide(office, id, corrected(30));
        later();
        objections.agree(self, id);

        assertThat(City.bean(RecordTrail.class).of(now()))
                .extracting(
                        l -> l.inCase() == null ? l.state() + "" : l.inCase().told(),
                        l -> l.who().as())
                .containsExactly(
                        tuple("PENDING", "SELF"),
                        tuple("NOTICE", "PROGRAM"),
                        tuple("objection.step.OPENED.REPORT", "OUTSIDER"),
                        tuple("objection.step.ANNOUNCED", "OFFICE"),
                        tuple("HELD", "DISTRICT_OFFICE"),
                        tuple("objection.step.AGREED", "SELF"),
                        tuple("objection.step.DECIDED", "OFFICE"),
                        tuple("SUPERSEDED", "DISTRICT_OFFICE"),
                        tuple("NOTICE", "DISTRICT_OFFICE"));
        String page = Visitor.asAccount(self.accountId())
                .get("/me/hours/" + Ids.text(now().recordId()))
                .body();
        assertThat(page)
                .contains("有人举报：本人没有到场", "拟作决定，先告知志愿者：减少时长", "主管部门决定：属实，时长已更正", "核对了签到表")
                .doesNotContain("那天没有看到人");
        assertThat(page.indexOf("服务时间已记下")).isLessThan(page.indexOf("有人举报")).isPositive();
    }

    @Test
    void who_reported_takes_it_above_once_and_in_time_and_somebody_else_looks_again() {
        String receipt = reports.report(null, aReport(), null, "");
        long id = waiting();
        refused("case.not-waiting", () -> reports.takeAbove(receipt, "还没有结论"));
        desk.freeze(office, id, "先核实");
        desk.decide(office, id, new Verdict(Outcome.KEPT, null, "签到表上有她", "", false));

        Visitor reader = Visitor.anonymous();
        String action = "/reports/" + receipt + "/escalate";
        assertThat(reader.get("/reports/" + receipt).body()).contains(action);
        assertThat(reader.post(action, Map.of("why", " ")).body()).contains(action);
        assertThat(reader.post(action, Map.of("why", "签到表是后来补的")).status()).isEqualTo(303);
        assertThat(reader.get("/reports/" + receipt).body())
                .contains("已转上一级主管部门")
                .doesNotContain(action);
        assertThat(reports.find(receipt))
                .hasValueSatisfying(a -> assertThat(a.decided()).isFalse());
        assertThat(told(self)).contains("notice.objection.looked-at-again");

        refused("case.unknown", () -> desk.decide(office, id, voided()));
        Actor other = PeopleFixture.staff(Role.CITY_OFFICE, "4201");
        assertThat(desk.getForOffice(other, id).steps().getLast().words()).isEqualTo("签到表是后来补的");
        assertThat(objections.get(self, id).steps()).extracting(CaseStep::words).doesNotContain("签到表是后来补的");
        assertThat(cases(record)).contains("objection.step.ESCALATED.above");
        desk.decide(other, id, voided());
        objections.escalate(self, id, "我在场");
        desk.decide(
                PeopleFixture.staff(Role.CITY_OFFICE, "4201"), id, new Verdict(Outcome.KEPT, null, "还是查不到", "", false));
        assertThat(reader.get("/reports/" + receipt).body()).contains("最后的结论").doesNotContain(action);
        refused("case.not-waiting", () -> reports.takeAbove(receipt, "还是不同意"));

        String second = reports.report(null, aReport(), null, "");
        desk.decide(office, waiting(), new Verdict(Outcome.KEPT, null, "签到表上有她", "", false));
        LocalDate last = reports.find(second).orElseThrow().takeAboveUntil();
        clock.set(Objects.requireNonNull(last)
                .plusDays(1)
                .atStartOfDay(clock.getZone())
                .toInstant());
        refused("case.too-late", () -> reports.takeAbove(second, "过了期才想起来"));
        assertThat(reader.get("/reports/" + second).body()).contains("时间已过").doesNotContain("/escalate");
    }

    @Test
    void announcing_anew_does_not_go_on_for_ever_and_the_supervisors_hear_of_it() {
        long id = reported();
        refused(
                "case.evidence-needed",
                () -> desk.decide(office, id, new Verdict(Outcome.VOID, null, "没来", " ", false)));
        desk.decide(office, id, voided());
        LocalDate due = objections.get(self, id).view().dueOn();
        Actor city = PeopleFixture.staff(Role.CITY_OFFICE, "4201");
        while (!LocalDate.now(clock).plusDays(2).isAfter(due)) {
            clock.advance(Duration.ofDays(2));
            desk.decide(office, id, voided());
        }
        clock.set(due.plusDays(1).atStartOfDay(clock.getZone()).plusMinutes(1).toInstant());
        assertThat(objections.get(self, id).view().isLate(LocalDate.now(clock))).isTrue();
        refused("case.announced-late", () -> desk.decide(office, id, voided()));
        caseClock.tick();
        assertThat(City.bean(Inbox.class).list(city, false, 1).items())
                .anyMatch(n -> n.notice().key().equals("notice.objection.warn-late")
                        && n.notice().link().contains(Ids.text(id)));
        desk.decide(office, id, new Verdict(Outcome.KEPT, null, "查不清", "", false));
        assertThat(now().hold()).isNull();
    }

    @Test
    void who_agrees_waits_no_longer_and_more_hours_need_no_wait() {
        long id = reported();
        desk.decide(office, id, corrected(30));
        assertThat(now().serviceMinutes()).as("not yet").isEqualTo(60);
        objections.agree(self, id);
        assertThat(now().serviceMinutes()).isEqualTo(30);
        assertThat(objections.get(self, id).steps().getLast().ruleKey()).isEqualTo("record.counting");

        record = now();
        clock.advance(Duration.ofMinutes(1));
        long raised = reported();
        assertThat(desk.decide(PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102"), raised, corrected(60)))
                .isTrue();
        assertThat(now().serviceMinutes()).isEqualTo(60);
        assertThat(isFoundFalse(id)).as("whatever became of it later").isTrue();
        assertThat(isFoundFalse(raised)).as("more hours are no false hours").isFalse();
        long missing = objections.missing(
                self,
                person.id(),
                new MissingService(null, "邻居节", record.serviceDate().minusDays(1), "帮忙搬桌子", null));
        desk.decide(office, missing, new Verdict(Outcome.ADDED, null, "核实属实，走补录", "签到表", false));
        assertThat(isFoundFalse(missing)).isFalse();
    }

    private static boolean isFoundFalse(long caseId) {
        return City.bean(DecidedCases.class).find(caseId).orElseThrow().found();
    }

    @Test
    void not_me_is_told_first_to_whoever_is_registered() {
        long id = notMe(PeopleFixture.newMobile());

        assertThat(desk.decide(office, id, new Verdict(Outcome.VOID, null, "本人到窗口，核对无误", "签到表和现场照片", true)))
                .isFalse();
        assertThat(now().hold()).isEqualTo(Hold.CASE);
        clock.advance(Duration.ofDays(3));
        announcements.carryOutDue();
        assertThat(records.ofVolunteer(person.id())).isEmpty();
    }

    @Test
    void not_me_by_the_registered_person_needs_no_telling() {
        long id = notMe(City.bean(Accounts.class).mobile(self.accountId()));
        assertThat(desk.decide(office, id, new Verdict(Outcome.VOID, null, "本人到窗口，核对无误", "", true)))
                .isTrue();
        assertThat(records.ofVolunteer(person.id())).isEmpty();
    }

    private long notMe(String mobile) {
        selfCheck.sendCode("01", document, mobile, "");
        selfCheck.notMe(
                selfCheck
                        .look("01", document, mobile, TextMessages.code(mobile), "")
                        .ticket(),
                "");
        return objections.mine(self, person.id(), 1).items().getFirst().id();
    }

    @Test
    void a_call_to_somebody_who_was_not_there_opens_one_case_that_the_caller_does_not_decide() {
        var call = new TrustEvent.NotThere(record.key(), "那天在外地", office.accountId());
        transaction.executeWithoutResult(_ -> events.publishEvent(call));
        transaction.executeWithoutResult(_ -> events.publishEvent(call));

        assertThat(now().hold()).isEqualTo(Hold.CASE);
        List<CaseView> mine = objections.mine(self, person.id(), 1).items();
        assertThat(mine).hasSize(1);
        long id = mine.getFirst().id();
        assertThat(calls.find(record.key())).hasValue(id);
        assertThat(mine.getFirst().kind()).isEqualTo(CaseView.Kind.REPORT);
        refused("case.own-case", () -> desk.decide(office, id, voided()));
        Actor other = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        assertThat(desk.decide(other, id, voided())).as("told first").isFalse();
        objections.agree(self, id);
        assertThat(records.ofVolunteer(person.id())).isEmpty();
    }

    @Test
    void an_objection_to_what_came_from_elsewhere_goes_straight_to_the_district() {
        Period served = new Period(Instant.parse("2026-03-01T01:00:00Z"), Instant.parse("2026-03-01T03:00:00Z"));
        Statutory elsewhere = new Statutory(0, 0, 0, "西湖志愿服务队", "330106", "西湖护水", "07", "护水", "西湖", "陈队长", List.of());
        var draft = new RecordDraft(Ids.next(), person.id(), elsewhere, served, served, "passport");
        Intake taken = City.bean(RecordIntake.class)
                .take(List.of(draft), new RecordIntake.Terms(Origin.TRANSFER, 0, null, "record.why.passport"))
                .getFirst();
        long transferred = ((Intake.Taken) taken).key().recordId();

        assertThat(Visitor.asAccount(self.accountId())
                        .get("/me/hours/" + Ids.text(transferred) + "/object")
                        .body())
                .contains("区级主管部门")
                .contains("别的平台");
        long id =
                objections.object(self, person.id(), transferred, new Objection(Complaint.TOO_LITTLE, "少记了一小时", null));
        CaseView it = objections.get(self, id).view();
        assertThat(it.withOffice()).isTrue();
        assertThat(it.region()).isEqualTo(new RegionCode("420102"));
        assertThat(desk.getForOffice(office, id).view().organizationId()).isNull();
    }

    private long reported() {
        reports.report(null, aReport(), null, "");
        return waiting();
    }

    private Report aReport() {
        return new Report(record.key(), null, Complaint.NOT_THERE, "那天没有看到人", "", "");
    }

    /** What the trail of the record tells of cases. */
    private static List<String> cases(RecordView record) {
        return City.bean(RecordTrail.class).of(record).stream()
                .flatMap(line -> Stream.ofNullable(line.inCase()))
                .map(CaseTrail.Line::told)
                .toList();
    }

    private static List<String> told(Actor reader) {
        return City.bean(Inbox.class).list(reader, false, 1).items().stream()
                .map(n -> n.notice().key())
                .toList();
    }

    private void later() {
        clock.advance(Duration.ofMinutes(10));
    }

    private long waiting() {
        return desk.toDecide(office, true, 1).items().stream()
                .filter(c -> c.volunteerId() != null && c.volunteerId() == person.id())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private RecordView now() {
        return records.ofVolunteer(person.id()).getFirst();
    }

    private static Verdict voided() {
        return new Verdict(Outcome.VOID, null, "监控显示本人未到场", "签到表和现场照片", false);
    }

    private Verdict corrected(int minutes) {
        Instant start = activity.shifts().getFirst().period().start();
        return new Verdict(
                Outcome.CORRECTED, new Period(start, start.plus(Duration.ofMinutes(minutes))), "核对了签到表", "签到表", false);
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(command)
                .satisfies(r -> assertThat(r.problem().code()).isEqualTo(code));
    }
}
