package org.yiwang.teamstar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.objection.CaseDesk;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.Complaint;
import org.yiwang.objection.Verdict;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.FoundCases;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerView;

/** Hours that were sold, found out during public notice, keep a run from being published until an office has decided. */
@CityTest
class TeamStarHoldsTest {

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
    private CaseDesk cases;

    @Autowired
    private TestClock clock;

    @BeforeEach
    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void a_team_that_sold_hours_is_not_published_without_a_decision() {
        RegionCode street = RatedTeam.street(5);
        Team sold = RatedTeam.team(street, LocalDate.of(YEAR, 3, 1));
        Team honest = RatedTeam.team(street, LocalDate.of(YEAR, 3, 2));
        List<VolunteerView> people = List.of(RatedTeam.person("欧阳晓岚"), RatedTeam.person("𠮷田"), RatedTeam.person("王"));
        for (int month = 4; month <= 7; month++) {
            RatedTeam.held(sold, LocalDate.of(YEAR, month, 10), people);
            RatedTeam.held(honest, LocalDate.of(YEAR, month, 20), people);
        }
        Actor office = PeopleFixture.staff(Role.STREET_OFFICE, street.value());
        RatedTeam.at(LocalDate.of(YEAR + 1, 1, 12), 9);
        long run = runs.start(office, street, YEAR);
        worker.run();
        RatedTeam.at(LocalDate.of(YEAR + 1, 2, 10), 9);
        assertThat(decisions.confirmAll(office, run)).isEqualTo(2);
        runs.announce(office, run);
        found(sold, office);

        RatedTeam.at(LocalDate.of(YEAR + 1, 2, 20), 9);
        worker.run();
        assertThat(runs.get(office, run).run().state()).isEqualTo(RunView.State.NOTICE);
        assertThat(desk.get(office, sold.id(), YEAR).rating().aside())
                .satisfies(aside -> assertThat(aside.why()).isEqualTo("teamstar.obstacle.SOLD_HOURS"));
        assertThat(desk.get(office, honest.id(), YEAR).rating().aside()).isNull();
        assertThat(published.of(honest.id())).as("nobody is named before").isEmpty();
        refused(TeamStarProblem.OBSTACLE, () -> decisions.decideAside(office, sold.id(), YEAR, false, "不影响"));
        refused(TeamStarProblem.TEAM_MAY_REPLY, () -> decisions.decideAside(office, sold.id(), YEAR, true, "属实"));

        RatedTeam.at(LocalDate.of(YEAR + 1, 2, 28), 9);
        worker.run();
        assertThat(runs.get(office, run).run().state())
                .as("no answer is no decision")
                .isEqualTo(RunView.State.NOTICE);
        decisions.decideAside(office, sold.id(), YEAR, true, "转账记录属实");
        worker.run();
        assertThat(runs.get(office, run).run().state()).isEqualTo(RunView.State.PUBLISHED);
        assertThat(published.of(sold.id())).isEmpty();
        assertThat(published.of(honest.id())).isPresent();
    }

    /** Somebody reports that hours of the team were paid for, and the district finds it true. */
    private void found(Team team, Actor office) {
        long id = FoundCases.reported(
                desk.activities(office, team.id(), YEAR).getFirst().activityId(), Complaint.PAID);
        cases.decide(
                PeopleFixture.staff(Role.DISTRICT_OFFICE, "420117"),
                id,
                new Verdict(Outcome.UPHELD, null, "转账记录属实", "转账截图", false));
    }
}
