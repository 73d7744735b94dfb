package org.yiwang.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.Accounts;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.objection.Announcements;
import org.yiwang.objection.CaseDesk;
import org.yiwang.objection.CaseView;
import org.yiwang.objection.Complaint;
import org.yiwang.objection.Report;
import org.yiwang.objection.Reports;
import org.yiwang.objection.Verdict;
import org.yiwang.record.Hold;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TimeKind;
import org.yiwang.record.TrustGrade;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.FoundCases;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.volunteer.VolunteerView;

@CityTest
class TrustTest {

    private static final RegionCode DISTRICT = new RegionCode("420102");

    /** A community in which no other test serves, so that every record of the scene is drawn. */
    private static final RegionCode QUIET = new RegionCode("420102015004");

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @SuppressWarnings("NullAway.Init") // made before the first test
    private static TrustScene scene;

    private static long sample;

    @Autowired
    private TrustGrades grades;

    @Autowired
    private SpotChecks checks;

    @Autowired
    private PublishedSamples published;

    @Autowired
    private Honesty honesty;

    @Autowired
    private Thanks thanks;

    @Autowired
    private Sanctions sanctions;

    @Autowired
    private RecordCases records;

    @Autowired
    private TestClock clock;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private Actor office;

    @BeforeEach
    void people() {
        clock.reset();
        office = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        if (scene == null) {
            scene = new TrustScene(QUIET);
            sample = checks.draw(office, OCTOBER, QUIET);
        }
    }

    @Test
    void a_scan_at_the_place_among_others_is_a_and_a_tick_is_less_and_each_fact_is_told() {
        VolunteerView person = scene.scanned.getFirst();
        TrustGrades.View view = grades.get(TeamFixture.actor(person), scene.record(person));

        assertThat(view.graded().grade()).isEqualTo(TrustGrade.A);
        assertThat(view.own()).isTrue();
        assertThat(view.graded().facts())
                .extracting(Scored::fact)
                .containsSubsequence(
                        GradeFact.SCANNED_CODE,
                        GradeFact.NEAR,
                        GradeFact.SCANNED_CODE,
                        GradeFact.NEAR,
                        GradeFact.OTHERS_SEEN);
        Graded tick = grades.get(scene.team.admin(), scene.record(scene.ticked)).graded();
        assertThat(tick.grade()).isIn(TrustGrade.B, TrustGrade.C);
        assertThat(tick.points()).isLessThan(view.graded().points());
    }

    @Test
    void only_the_owner_and_those_in_whose_reach_it_is_see_a_grade() {
        RecordKey key = scene.record(scene.scanned.getFirst());

        refused("volunteer.not-yours", () -> grades.get(TeamFixture.actor(scene.ticked), key));
        refused("volunteer.not-yours", () -> grades.get(PeopleFixture.staff(Role.DISTRICT_OFFICE, "420103"), key));
        refused("trust.no-grade", () -> grades.get(office, new RecordKey(key.volunteerId(), 1)));
        assertThat(grades.get(office, key).own()).isFalse();
    }

    @Test
    void a_sample_is_drawn_once_by_the_first_head_after_the_month_and_anybody_can_draw_it_again() {
        assertThat(checks.countToCall(office))
                .isGreaterThanOrEqualTo(checks.get(office, sample).open());
        assertThat(checks.countToCall(PeopleFixture.staff(Role.DISTRICT_OFFICE, "420103")))
                .isZero();
        refused("trust.already-drawn", () -> checks.draw(office, OCTOBER, QUIET));
        refused("trust.month-not-over", () -> checks.draw(office, YearMonth.of(2026, 11), DISTRICT));
        refused("trust.within-later", () -> checks.draw(office, YearMonth.of(2001, 1), DISTRICT));
        refused("access.out-of-scope", () -> checks.draw(office, OCTOBER, new RegionCode("420103")));
        refused("trust.sample-unknown", () -> checks.get(PeopleFixture.staff(Role.DISTRICT_OFFICE, "420103"), sample));

        SampleView drawn = published.get(sample).sample();
        List<Draw.Ticket> listed = published
                .population(sample)
                .lines()
                .skip(1)
                .map(TrustTest::ticket)
                .toList();
        List<Long> again = Draw.draw(
                        Draw.seed(drawn.headRoot(), OCTOBER, drawn.region()),
                        listed,
                        new SampleRule(10, 20, 500, 50, 5).size(listed.size()))
                .stream()
                .map(Draw.Ticket::recordId)
                .toList();
        assertThat(listed).hasSize(drawn.records());
        assertThat(checks.work(office, sample).items().stream()
                        .filter(SampleItem::drawn)
                        .map(i -> firstOf(i.key()))
                        .toList())
                .isEqualTo(again);
    }

    @Test
    void who_says_not_to_have_been_there_lowers_the_grade_and_opens_a_case_that_freezes_the_record() {
        VolunteerView person = scene.scanned.get(1);
        RecordKey key = scene.record(person);
        int no = item(key).no();
        int before = honesty.of(scene.team.id()).checked();
        refused("trust.note-needed", () -> checks.note(office, sample, no, Outcome.WAS_NOT_THERE, " ", true));
        Actor both = PeopleFixture.actor(PeopleFixture.account(
                "兼职",
                PeopleFixture.at(Role.DISTRICT_OFFICE, "420102"),
                PeopleFixture.at(Role.CAPTAIN, scene.team.id())));
        refused("trust.own-team", () -> checks.note(both, sample, no, Outcome.CONFIRMED, "", false));
        refused("account.purpose-needed", () -> checks.reveal(office, sample, no, " "));
        assertThat(checks.reveal(office, sample, no, "抽查回访").name()).isEqualTo("韩梅梅");

        checks.note(office, sample, no, Outcome.NOT_REACHED, "", false);
        checks.note(office, sample, no, Outcome.WAS_NOT_THERE, "那天在外地", true);

        assertThat(records.get(key).hold()).isEqualTo(Hold.CASE);
        assertThat(grades.get(office, key).graded().grade()).isEqualTo(TrustGrade.D);
        assertThat(checks.call(office, sample, no).calls()).hasSize(2);
        assertThat(honesty.of(scene.team.id()))
                .isEqualTo(new Honesty.View(
                        scene.team.id(), before + 1, honesty.of(scene.team.id()).confirmed()));
        assertThat(checks.call(office, sample, no).caseId())
                .as("somebody else decides it")
                .isNotNull();
    }

    @Test
    void a_confirmed_record_is_worth_more_and_counts_for_the_organizer() {
        RecordKey key = scene.record(scene.ticked);
        int before = grades.get(office, key).graded().points();
        int confirmed = honesty.of(scene.team.id()).confirmed();

        checks.note(office, sample, item(key).no(), Outcome.CONFIRMED, "", false);

        assertThat(grades.get(office, key).graded().points()).isGreaterThan(before);
        assertThat(honesty.of(scene.team.id()).confirmed()).isEqualTo(confirmed + 1);
        assertThat(published.get(sample).organizations())
                .as("fewer than five were reached")
                .isEmpty();
    }

    @Test
    void those_served_speak_once_by_a_code_and_nobody_who_served_speaks() {
        TrustScene other = new TrustScene();
        clock.set(other.activity.period().end().plus(Duration.ofDays(3)));
        String token = thanks.token(other.team.admin(), other.activity.id());
        assertThat(thanks.token(other.team.admin(), other.activity.id())).isEqualTo(token);
        String mobile = PeopleFixture.newMobile();
        Thanks.Word no = new Thanks.Word(false, true, "没有人来");

        refused("trust.thanks-unknown", () -> thanks.asked("AAAAAAAAAAAAAAAA"));
        thanks.sendCode(token, mobile, "198.51.100.1");
        refused("account.code-wrong", () -> thanks.say(token, mobile, "000000", no));
        thanks.say(token, mobile, TextMessages.code(mobile), no);
        clock.advance(Duration.ofMinutes(2));
        thanks.sendCode(token, mobile, "198.51.100.1");
        refused("trust.thanks-given", () -> thanks.say(token, mobile, TextMessages.code(mobile), no));
        String volunteers = accounts.mobile(other.scanned.getFirst().contactAccountId());
        thanks.sendCode(token, volunteers, "198.51.100.2");
        refused("trust.thanks-not-served", () -> thanks.say(token, volunteers, TextMessages.code(volunteers), no));
        refused("access.out-of-scope", () -> thanks.said(scene.team.admin(), other.activity.id()));
        assertThat(thanks.said(other.team.admin(), other.activity.id())).hasSize(1);

        grades.gradeDue();
        RecordKey key = other.record(other.ticked);
        assertThat(grades.get(office, key).graded().has(GradeFact.SERVED_NO)).isTrue();
        clock.advance(Duration.ofDays(40));
        refused("trust.thanks-over", () -> thanks.asked(token));
    }

    @Test
    void a_ban_of_manual_entry_ends_with_its_year_and_not_before_the_hours_are_served() {
        VolunteerView person = scene.scanned.get(2);
        long account = person.contactAccountId();
        long ban = sanctions.impose(
                office,
                Subject.volunteer(person.id()),
                "no-manual-entry",
                "替人补录未参加的活动",
                FoundCases.upheld(scene.activity.id()));

        refused("trust.manual-entry-banned", () -> sanctions.requireManualEntryAllowed(scene.team.id(), account));
        assertThat(sanctions.banned(scene.team.id(), account + 1)).isFalse();
        assertThat(sanctions.mine(TeamFixture.actor(person)).getFirst().minutesToRegain())
                .isEqualTo(6000);
        clock.advance(Duration.ofDays(366));
        assertThat(sanctions.banned(scene.team.id(), account))
                .as("nothing was served since")
                .isTrue();
        clock.reset();
        refused("trust.another-person", () -> sanctions.lift(office, ban, "查错了人"));
        Actor colleague = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        refused(
                "trust.sanction-unknown",
                () -> sanctions.lift(PeopleFixture.staff(Role.DISTRICT_OFFICE, "420103"), ban, "x"));
        refused("trust.reason-needed", () -> sanctions.lift(colleague, ban, " "));
        sanctions.lift(colleague, ban, "查错了人");
        assertThat(sanctions.banned(scene.team.id(), account)).isFalse();
        refused("trust.sanction-over", () -> sanctions.lift(colleague, ban, "再解除"));
    }

    @Test
    void only_credit_time_served_since_regains_and_not_before_the_year_is_over() {
        VolunteerView person = scene.scanned.get(1);
        long account = person.contactAccountId();
        LocalDate imposed = LocalDate.now(clock);
        sanctions.impose(
                office,
                Subject.volunteer(person.id()),
                "no-manual-entry",
                "替人补录未参加的活动",
                FoundCases.upheld(scene.activity.id()));
        serveTenDays(person, imposed.minusDays(10), 600, TimeKind.CREDIT);
        serveTenDays(person, imposed.plusMonths(1), 600, TimeKind.HONOUR);
        serveTenDays(person, imposed.plusMonths(2), 599, TimeKind.CREDIT);
        clock.advance(Duration.ofDays(366));
        assertThat(sanctions.banned(scene.team.id(), account))
                .as("ten minutes are missing")
                .isTrue();
        assertThat(sanctions.mine(TeamFixture.actor(person)).getFirst().minutesServed())
                .isEqualTo(5990);

        serveTenDays(person, imposed.plusMonths(3), 1, TimeKind.CREDIT);
        assertThat(sanctions.banned(scene.team.id(), account)).isFalse();
        clock.set(imposed.plusYears(1).atStartOfDay(clock.getZone()).toInstant());
        assertThat(sanctions.banned(scene.team.id(), account)).isFalse();
        clock.advance(Duration.ofMillis(-1));
        assertThat(sanctions.banned(scene.team.id(), account))
                .as("the hours are served, the year is not over")
                .isTrue();
    }

    private static void serveTenDays(VolunteerView person, LocalDate from, int minutesADay, TimeKind kind) {
        from.datesUntil(from.plusDays(10))
                .forEach(day -> RecordFixture.effective(person.id(), day, minutesADay, kind, "花桥志愿队", "清洁家园"));
    }

    @Test
    void a_ban_of_an_organization_holds_for_the_teams_below_and_is_out_of_reach_for_other_districts() {
        TeamFixture.Team team = TeamFixture.team();
        long found = FoundCases.upheld(
                City.bean(ActivityFixture.class).published(team.id(), 10).id());
        Actor elsewhere = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420103");
        refused(
                "access.out-of-scope",
                () -> sanctions.impose(elsewhere, Subject.organization(team.id()), "mark", "虚假活动", found));
        sanctions.impose(office, Subject.organization(team.id()), "mark", "材料不全", found);
        assertThat(sanctions.banned(team.id(), 1)).as("a mark bans nothing").isFalse();
        sanctions.impose(office, Subject.organization(team.id()), "no-manual-entry", "虚假活动", found);
        refused(
                "trust.already-imposed",
                () -> sanctions.impose(office, Subject.organization(team.id()), "no-manual-entry", "虚假活动", found));
        assertThat(sanctions.banned(team.id(), 1)).isTrue();
        assertThat(sanctions.marksOf(team.id(), List.of())).hasSize(2);
        assertThat(sanctions.mine(team.admin())).hasSize(2);
        assertThat(sanctions.list(office, 1).items())
                .extracting(SanctionView::reason)
                .contains("虚假活动");
        refused("trust.own-case", () -> {
            Actor own = PeopleFixture.actor(PeopleFixture.account(
                    "兼职", PeopleFixture.at(Role.DISTRICT_OFFICE, "420102"), PeopleFixture.at(Role.CAPTAIN, team.id())));
            sanctions.impose(own, Subject.organization(team.id()), "mark", "材料不全", found);
        });
    }

    @Test
    void a_sanction_rests_on_a_case_that_was_decided_and_found_true_about_that_organization() {
        TeamFixture.Team team = TeamFixture.team();
        long activity =
                City.bean(ActivityFixture.class).published(team.id(), 10).id();
        Subject subject = Subject.organization(team.id());
        long open = FoundCases.reported(activity);
        refused("trust.case-undecided", () -> sanctions.impose(office, subject, "mark", "虚假活动", open));
        long kept = FoundCases.decided(activity, CaseView.Outcome.KEPT);
        refused("trust.case-kept", () -> sanctions.impose(office, subject, "mark", "虚假活动", kept));
        refused("trust.case-unknown", () -> sanctions.impose(office, subject, "mark", "虚假活动", 7));
        long found = FoundCases.upheld(activity);
        refused(
                "trust.case-unknown",
                () -> sanctions.basis(PeopleFixture.staff(Role.DISTRICT_OFFICE, "420103"), found));
        refused(
                "trust.case-other",
                () -> sanctions.impose(office, Subject.organization(scene.team.id()), "mark", "虚假活动", found));
        assertThat(sanctions.basis(office, found).records()).isEmpty();

        long id = sanctions.impose(office, subject, "mark", "虚假活动", found);

        SanctionView view = sanctions.get(office, id).view();
        assertThat(java.util.Objects.requireNonNull(view.basis()).caseId()).isEqualTo(found);
        assertThat(view.ruleVersion()).isEqualTo(1);
    }

    @Test
    void the_records_that_a_decision_voided_stand_with_the_sanction_and_the_mark_with_every_record_of_that_time() {
        TrustScene other = new TrustScene();
        RecordKey key = other.record(other.ticked);
        VolunteerView marked = other.ticked;
        RecordKey before =
                TrustRecords.late(marked.id(), other.team, clock.instant().minus(Duration.ofDays(5)));
        String receipt = City.bean(Reports.class)
                .report(null, new Report(key, null, Complaint.NOT_THERE, "那天他在外地", "", ""), null, "");
        assertThat(receipt).isNotEmpty();
        CaseDesk desk = City.bean(CaseDesk.class);
        long found = jdbc.sql("select case_id from objection_record where volunteer_id = :volunteer")
                .param("volunteer", key.volunteerId())
                .query(Long.class)
                .single();
        desk.decide(office, found, new Verdict(CaseView.Outcome.VOID, null, "本人承认没有到场", "情况说明", false));
        refused(
                "trust.case-undecided",
                () -> sanctions.impose(office, Subject.volunteer(marked.id()), "mark", "替人签到", found));
        clock.advance(Duration.ofDays(4));
        City.bean(Announcements.class).carryOutDue();

        refused(
                "trust.case-other",
                () -> sanctions.impose(
                        office, Subject.volunteer(other.scanned.getFirst().id()), "mark", "替人签到", found));
        long id = sanctions.impose(office, Subject.volunteer(marked.id()), "mark", "替人签到", found);
        long helper = other.team.leader().id();
        assertThat(sanctions.get(
                        office, sanctions.impose(office, Subject.volunteer(helper), "reminder", "替人勾选", found)))
                .as("who ticked")
                .isNotNull();

        assertThat(sanctions.get(office, id).records())
                .singleElement()
                .satisfies(r -> assertThat(r.key()).isEqualTo(key));
        assertThat(sanctions.marksOf(
                        other.team.id(),
                        List.of(marked.id(), other.scanned.getFirst().id())))
                .extracting(Sanctions.Mark::subject)
                .containsExactly(Subject.volunteer(marked.id()));
        RecordKey later =
                TrustRecords.late(marked.id(), other.team, clock.instant().minus(Duration.ofHours(5)));
        grades.gradeDue();
        int lowered = points(later, true);
        points(before, false);
        Actor colleague = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        sanctions.lift(colleague, id, "查错了人");
        grades.gradeDue();
        assertThat(points(later, false)).isEqualTo(lowered + 10);
        assertThat(sanctions.marksOf(other.team.id(), List.of(marked.id()))).isEmpty();
    }

    private int points(RecordKey key, boolean marked) {
        Graded graded = grades.get(office, key).graded();
        assertThat(graded.has(GradeFact.PERSON_SANCTIONED)).isEqualTo(marked);
        return graded.points();
    }

    /** The record that was drawn; other tests correct some of the same region. */
    private long firstOf(RecordKey key) {
        Long before = records.get(key).supersedes();
        return before == null ? key.recordId() : firstOf(new RecordKey(key.volunteerId(), before));
    }

    private SampleItem item(RecordKey key) {
        return checks.work(office, sample).items().stream()
                .filter(i -> i.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Draw.Ticket ticket(String line) {
        String[] ids = line.split(",");
        return new Draw.Ticket(
                org.yiwang.kernel.Ids.parse(ids[0]).orElseThrow(),
                org.yiwang.kernel.Ids.parse(ids[1]).orElseThrow());
    }
}
