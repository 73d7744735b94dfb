package org.yiwang.teamstar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.Refusals.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Actor.AccessProblem;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.notification.Inbox;
import org.yiwang.objection.CaseDesk;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.Verdict;
import org.yiwang.organization.OrganizationReview;
import org.yiwang.record.Because;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.rules.Rules;
import org.yiwang.teamstar.RatingView.State;
import org.yiwang.teamstar.StarScheme.Level;
import org.yiwang.teamstar.StarScheme.Scale;
import org.yiwang.teamstar.StepView.What;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.FoundCases;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.trust.Sanctions;
import org.yiwang.volunteer.VolunteerView;

/** A year of a street's teams from counting to the badge, with everything that is refused on the way. */
@CityTest
class TeamStarTest {

    private static final int YEAR = 2026;

    @Autowired
    private TeamStarRuns runs;

    @Autowired
    private RunWorker worker;

    @Autowired
    private StarDecisions decisions;

    @Autowired
    private TeamStarDesk desk;

    @Autowired
    private PublishedStars published;

    @Autowired
    private StarRehearsals rehearsals;

    @Autowired
    private OrganizationReview reviews;

    @Autowired
    private Sanctions sanctions;

    @Autowired
    private CaseDesk cases;

    @Autowired
    private Rules rules;

    @Autowired
    private RecordCases records;

    @Autowired
    private Inbox inbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @BeforeEach
    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_year_goes_from_counting_to_the_badge_and_never_changes_afterwards() {
        RegionCode street = RatedTeam.street(1);
        Team team = RatedTeam.team(street, LocalDate.of(YEAR, 3, 1));
        Team own = RatedTeam.team(street, LocalDate.of(YEAR, 3, 2));
        Team idle = RatedTeam.team(street, LocalDate.of(YEAR, 3, 3));
        List<VolunteerView> people = List.of(RatedTeam.person("欧阳晓岚"), RatedTeam.person("𠮷田"), RatedTeam.person("王"));
        for (int month = 4; month <= 7; month++) {
            RatedTeam.held(team, LocalDate.of(YEAR, month, 10), people);
            RatedTeam.held(own, LocalDate.of(YEAR, month, 20), people.subList(0, month == 4 ? 2 : 1));
        }
        Actor office = PeopleFixture.staff(Role.STREET_OFFICE, street.value());
        Actor second = PeopleFixture.staff(Role.STREET_OFFICE, street.value());
        RatedTeam.at(LocalDate.of(YEAR, 11, 20), 9);

        long run = begin(office, street, team);
        lookSoFar(run, office, team);

        RatedTeam.at(LocalDate.of(YEAR + 1, 1, 12), 9);
        runs.countAgain(office, run);
        worker.run();
        TeamStarDesk.Sheet sheet = counted(run, office, team, idle);
        int computed = sheet.computed().stars();
        askAndAnswer(office, team);
        raise(office, second, team, idle, computed);
        ownTeam(office, run, own, street);

        announce(run, second, office, team, own);
        RatedTeam.at(LocalDate.of(YEAR + 1, 2, 20), 9);
        lookAgain(run, second, office, team, own);
        worker.run();
        assertThat(runs.get(office, run).run().state()).isEqualTo(RunView.State.PUBLISHED);
        assertThat(published.of(team.id()))
                .hasValueSatisfying(b -> assertThat(b.stars()).isEqualTo(computed + 1));
        assertThat(published.of(idle.id())).isEmpty();
        assertThat(told(team))
                .contains("notice.teamstar.proposed", "notice.teamstar.answered", "notice.teamstar.published");
        staysAsItIs(run, office, team, people.getFirst(), computed);
    }

    private long begin(Actor office, RegionCode street, Team team) {
        refused(AccessProblem.OUT_OF_SCOPE, () -> runs.start(team.admin(), street, YEAR));
        Actor community = PeopleFixture.staff(Role.COMMUNITY_STAFF, street.value() + "001");
        refused(TeamStarProblem.OFFICE_ONLY, () -> runs.start(community, new RegionCode(street.value() + "001"), YEAR));
        refused(TeamStarProblem.YEAR_OUT_OF_RANGE, () -> runs.start(office, street, YEAR + 1));
        refused(AccessProblem.OUT_OF_SCOPE, () -> runs.start(office, RatedTeam.street(2), YEAR));
        long run = runs.start(office, street, YEAR);
        refused(TeamStarProblem.ALREADY_RUN, () -> runs.start(office, street, YEAR));
        refused(TeamStarProblem.STILL_COUNTING, () -> runs.announce(office, run));
        return run;
    }

    private void lookSoFar(long run, Actor office, Team team) {
        worker.run();
        assertThat(runs.get(office, run).run().isWhole()).isFalse();
        assertThat(runs.get(office, run).run().done()).isEqualTo(3);
        assertThat(desk.ofTeam(team.admin(), team.id())).hasSize(1);
        refused(TeamStarProblem.YEAR_NOT_OVER, () -> decisions.confirm(office, team.id(), YEAR, ""));
        refused(TeamStarProblem.YEAR_NOT_OVER, () -> decisions.confirmAll(office, run));
        refused(TeamStarProblem.YEAR_NOT_OVER, () -> runs.announce(office, run));
        refused(TeamStarProblem.YEAR_NOT_OVER, () -> desk.ask(team.admin(), team.id(), YEAR, "少了一场"));
        assertThat(told(team)).doesNotContain("notice.teamstar.proposed");
    }

    private TeamStarDesk.Sheet counted(long run, Actor office, Team team, Team idle) {
        TeamStarDesk.Sheet sheet = desk.get(office, team.id(), YEAR);
        var service = sheet.figures().service();
        assertThat(service.activities()).isEqualTo(4);
        assertThat(service.inTime()).isEqualTo(4);
        assertThat(service.active()).isEqualTo(3);
        assertThat(service.creditMinutes() + service.honourMinutes()).isEqualTo(3 * 4 * 120);
        assertThat(service.newcomers()).isEqualTo(3);
        assertThat(service.cameAgain()).isEqualTo(3);
        assertThat(service.activeBefore()).isZero();
        assertThat(sheet.figures().graded()).isEqualTo(12);
        assertThat(sheet.computed().stars()).isBetween(1, 4);
        assertThat(desk.activities(office, team.id(), YEAR)).hasSize(4);
        assertThat(desk.people(team.admin(), team.id(), YEAR))
                .extracting(p -> p.served().days())
                .containsExactly(4, 4, 4);
        refused(AccessProblem.OUT_OF_SCOPE, () -> desk.people(office, team.id(), YEAR));
        Actor stranger =
                PeopleFixture.staff(Role.STREET_OFFICE, RatedTeam.street(2).value());
        refused(TeamStarProblem.UNKNOWN, () -> desk.get(stranger, team.id(), YEAR));
        refused(TeamStarProblem.UNKNOWN, () -> runs.get(stranger, run));
        assertThat(desk.get(office, idle.id(), YEAR).computed().obstacles())
                .containsExactly(Obstacle.TOO_FEW_ACTIVITIES, Obstacle.NOBODY_ACTIVE);
        assertThat(desk.open(team.admin())).hasSize(1);
        assertThat(runs.countUndecided(office)).isEqualTo(2);
        return sheet;
    }

    private void askAndAnswer(Actor office, Team team) {
        refused(TeamStarProblem.REASON_NEEDED, () -> desk.ask(team.admin(), team.id(), YEAR, " "));
        desk.ask(team.admin(), team.id(), YEAR, "五月那场没有算进去");
        refused(TeamStarProblem.ASKED_ALREADY, () -> desk.ask(team.admin(), team.id(), YEAR, "再看看"));
        refused(TeamStarProblem.ANSWER_NEEDED, () -> decisions.confirm(office, team.id(), YEAR, ""));
        decisions.confirm(office, team.id(), YEAR, "五月那场已经算进去了，共四场");
        desk.ask(team.admin(), team.id(), YEAR, "六月那场呢");
        RatingView again = desk.get(office, team.id(), YEAR).rating();
        assertThat(again.state()).as("a question opens a decision again").isEqualTo(State.PROPOSED);
        assertThat(again.stars()).isNull();
        decisions.setAside(office, team.id(), YEAR, "等核对完再定");
    }

    private void raise(Actor office, Actor second, Team team, Team idle, int computed) {
        refused(TeamStarProblem.NOT_HIGHER, () -> decisions.raise(office, team.id(), YEAR, computed, "好"));
        refused(TeamStarProblem.NOT_HIGHER, () -> decisions.raise(office, team.id(), YEAR, 6, "好"));
        refused(TeamStarProblem.REASON_NEEDED, () -> decisions.raise(office, team.id(), YEAR, computed + 1, ""));
        refused(TeamStarProblem.NOTHING_RAISED, () -> decisions.second(second, team.id(), YEAR, true, "同意"));
        refused(TeamStarProblem.OBSTACLE, () -> decisions.raise(office, idle.id(), YEAR, 1, "好"));
        refused(TeamStarProblem.NO_STARS, () -> decisions.confirm(office, idle.id(), YEAR, ""));
        decisions.raise(office, team.id(), YEAR, computed + 1, "承担了全街道的应急值守");
        refused(TeamStarProblem.RAISE_WAITS, () -> decisions.confirm(office, team.id(), YEAR, ""));
        refused(TeamStarProblem.ANOTHER_PERSON, () -> decisions.second(office, team.id(), YEAR, true, "同意"));
        decisions.second(second, team.id(), YEAR, false, "请补充依据");
        assertThat(desk.get(office, team.id(), YEAR).rating().state()).isEqualTo(State.PROPOSED);
        decisions.raise(office, team.id(), YEAR, computed + 1, "附值守表");
        decisions.second(second, team.id(), YEAR, true, "核对过值守表");
        assertThat(desk.get(office, team.id(), YEAR).rating().stars()).isEqualTo(computed + 1);
        // The database refuses what the program would never write: more than computed by one person.
        assertThatThrownBy(() -> jdbc.sql("update teamstar_rating set second_by = null where organization_id = :id")
                        .param("id", team.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private void ownTeam(Actor office, long run, Team own, RegionCode street) {
        long leader = own.leader().contactAccountId();
        PeopleFixture.actor(leader);
        org.yiwang.testing.City.bean(Grants.class)
                .give(Actor.SYSTEM, leader, Role.STREET_OFFICE, new Scope.InRegion(street), "test");
        Actor both = PeopleFixture.actor(leader);
        refused(TeamStarProblem.OWN_TEAM, () -> decisions.confirm(both, own.id(), YEAR, ""));
        assertThat(decisions.confirmAll(both, run)).isZero();
        refused(TeamStarProblem.DECIDED_ALREADY, () -> runs.countAgain(office, run));
        refused(TeamStarProblem.TEAMS_MAY_SPEAK, () -> runs.announce(office, run));
    }

    private void announce(long run, Actor second, Actor office, Team team, Team own) {
        RatedTeam.at(LocalDate.of(YEAR + 1, 2, 10), 9);
        refused(TeamStarProblem.TIME_OVER, () -> desk.ask(team.admin(), team.id(), YEAR, "还有一场"));
        refused(TeamStarProblem.UNDECIDED, () -> runs.announce(office, run));
        assertThat(decisions.confirmAll(office, run)).isOne();
        runs.announce(office, run);
        refused(TeamStarProblem.NO_LONGER_OPEN, () -> decisions.confirm(office, team.id(), YEAR, ""));
        refused(TeamStarProblem.NO_LONGER_OPEN, () -> runs.countAgain(office, run));
        worker.run();
        assertThat(published.of(team.id())).as("on notice, not published").isEmpty();
        assertThat(lines(team, own)).hasSize(2).allMatch(l -> l.noticeUntil() != null);
        decisions.setAside(second, own.id(), YEAR, "公示期间有反映，核实属实");
        assertThat(lines(team, own)).as("told first").hasSize(2);
        assertThat(told(own)).contains("notice.teamstar.aside-told");
        refused(TeamStarProblem.ASIDE_WAITS, () -> decisions.setAside(office, own.id(), YEAR, "属实"));
        refused(TeamStarProblem.ANOTHER_PERSON, () -> decisions.decideAside(second, own.id(), YEAR, false, "不属实"));
        assertThat(runs.countUndecided(office)).isOne();
        decisions.decideAside(office, own.id(), YEAR, false, "查过原始签到，不属实");
        refused(TeamStarProblem.NOTHING_ASIDE, () -> decisions.decideAside(office, own.id(), YEAR, true, "属实"));
    }

    /** A team that was stopped, and one under a sanction: told first, decided by the office, and nothing is published before. */
    private void lookAgain(long run, Actor second, Actor office, Team team, Team own) {
        reviews.stop(Actor.SYSTEM, team.id(), "备案到期");
        Actor district = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420117");
        long found = FoundCases.reported(
                desk.activities(office, own.id(), YEAR).getFirst().activityId());
        cases.decide(district, found, new Verdict(Outcome.UPHELD, null, "核对了签到和现场照片", "签到表和照片", false));
        sanctions.impose(district, Subject.organization(own.id()), "mark", "名单不实", found);
        worker.run();
        worker.run();
        assertThat(runs.get(office, run).run().state()).isEqualTo(RunView.State.NOTICE);
        assertThat(told(own)).containsOnlyOnce("notice.teamstar.found");
        assertThat(desk.get(office, team.id(), YEAR).rating().aside())
                .satisfies(aside -> assertThat(aside.why()).isEqualTo("teamstar.obstacle.NOT_VALID"));
        decisions.decideAside(second, team.id(), YEAR, false, "备案已经续上");
        reviews.restart(Actor.SYSTEM, team.id(), "备案已经续上");
        refused(TeamStarProblem.OBSTACLE, () -> decisions.decideAside(office, own.id(), YEAR, false, "不影响"));
        refused(TeamStarProblem.TEAM_MAY_REPLY, () -> decisions.decideAside(office, own.id(), YEAR, true, "处理在执行"));
        desk.reply(own.admin(), own.id(), YEAR, "已经整改");
        refused(TeamStarProblem.NOTHING_ASIDE, () -> desk.reply(own.admin(), own.id(), YEAR, "再说一次"));
        worker.run();
        assertThat(runs.get(office, run).run().state()).isEqualTo(RunView.State.NOTICE);
        decisions.decideAside(office, own.id(), YEAR, true, "处理在执行");
        assertThat(lines(team, own)).hasSize(1);
    }

    private void staysAsItIs(long run, Actor office, Team team, VolunteerView person, int computed) {
        assertThatThrownBy(() -> jdbc.sql("update teamstar_rating set stars = 5 where organization_id = :id")
                        .param("id", team.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(runs.ratings(office, run, 1).items()).noneMatch(TeamStarRuns.Row::changed);
        RecordView record = records.ofVolunteer(person.id()).stream()
                .filter(r -> r.organizationId() == team.id())
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(_ -> records.declareVoid(
                List.of(new RecordKey(record.volunteerId(), record.recordId())),
                Because.of(0, "record.why.case-over")));
        assertThat(runs.ratings(office, run, 1).items())
                .filteredOn(TeamStarRuns.Row::changed)
                .extracting(r -> r.rating().organizationId())
                .containsExactlyInAnyOrderElementsOf(List.of(team.id()));
        assertThat(desk.get(office, team.id(), YEAR).now()).isNotNull();
        assertThat(desk.get(team.admin(), team.id(), YEAR).now())
                .as("to the office, nobody else")
                .isNull();
        assertThat(published.of(team.id()))
                .hasValueSatisfying(b -> assertThat(b.stars()).isEqualTo(computed + 1));
        refused(TeamStarProblem.NO_LONGER_OPEN, () -> decisions.setAside(office, team.id(), YEAR, "晚了"));
        assertThat(desk.get(office, team.id(), YEAR).steps())
                .extracting(StepView::what)
                .containsExactly(
                        What.COUNTED,
                        What.COUNTED,
                        What.ASKED,
                        What.CONFIRMED,
                        What.ASKED,
                        What.SET_ASIDE,
                        What.RAISE_ASKED,
                        What.RAISE_REFUSED,
                        What.RAISE_ASKED,
                        What.RAISED,
                        What.ASIDE_TOLD,
                        What.KEPT,
                        What.PUBLISHED);
        rehearse(office, team);
    }

    private void rehearse(Actor office, Team team) {
        StarScheme now = rehearsals.current();
        StarRehearsals.Outcome same = rehearsals.rehearse(office, YEAR, now);
        assertThat(same.changes()).isEmpty();
        assertThat(same.teams()).isEqualTo(3);
        Map<Part, Scale> parts = new EnumMap<>(now.parts());
        parts.put(Part.CAME_AGAIN, new Scale(100, List.of(new StarScheme.Step(1001, 1))));
        StarRehearsals.Outcome harder = rehearsals.rehearse(office, YEAR, with(now, 4, parts, now.levels()));
        assertThat(harder.gained()).isZero();
        assertThat(harder.changes())
                .filteredOn(c -> c.rating().organizationId() == team.id())
                .allSatisfy(c -> assertThat(c.parts()).containsExactly(Part.CAME_AGAIN));
        StarRehearsals.Outcome none = rehearsals.rehearse(office, YEAR, with(now, 5, now.parts(), now.levels()));
        assertThat(none.lost()).isEqualTo(2);
        assertThat(none.changes()).allSatisfy(c -> {
            assertThat(c.rated().obstacles()).contains(Obstacle.TOO_FEW_ACTIVITIES);
            assertThat(c.parts()).isEmpty();
        });
        List<Level> lower = new ArrayList<>(now.levels());
        lower.set(0, new Level(1, 0, 0));
        refused(TeamStarProblem.NOTHING_TO_REHEARSE, () -> rehearsals.rehearse(office, YEAR - 1, now));
        refused(AccessProblem.NOT_ALLOWED, () -> rehearsals.adopt(office, now, LocalDate.of(2039, 1, 1), "试试"));
        int version = rehearsals.adopt(
                PeopleFixture.staff(Role.CITY_OFFICE, "4201"),
                with(now, 4, now.parts(), lower),
                LocalDate.of(2039, 1, 1),
                "降低一星门槛");
        assertThat(rules.version(version, StarScheme.KEY, StarScheme.class)
                        .value()
                        .levels())
                .isEqualTo(lower);
        assertThat(rehearsals.current()).isEqualTo(now);
    }

    private static StarScheme with(StarScheme s, int minActivities, Map<Part, Scale> parts, List<Level> levels) {
        return new StarScheme(
                s.teamTypes(),
                minActivities,
                s.activeDays(),
                s.newcomerDays(),
                s.honourPerMille(),
                s.casePerMille(),
                s.speakDays(),
                s.noticeDays(),
                parts,
                levels);
    }

    private List<PublishedStars.Line> lines(Team... teams) {
        List<Long> ids = java.util.Arrays.stream(teams).map(Team::id).toList();
        return published.list(YEAR, null, 1).items().stream()
                .filter(l -> ids.contains(l.organizationId()))
                .toList();
    }

    private List<String> told(Team team) {
        return inbox.list(team.admin(), false, 1).items().stream()
                .map(n -> n.notice().key())
                .toList();
    }
}
