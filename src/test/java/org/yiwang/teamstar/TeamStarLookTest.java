package org.yiwang.teamstar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerView;

/** An office runs a year at its desk; a leader looks at every number on a phone and asks; the list is published. */
@CityTest
class TeamStarLookTest {

    private static final int YEAR = 2026;

    @Autowired
    private RunWorker worker;

    @Autowired
    private TestClock clock;

    @BeforeEach
    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void an_office_runs_a_year_and_a_leader_sees_what_every_number_is_made_of() {
        RegionCode street = RatedTeam.street(2);
        Team team = RatedTeam.team(street, LocalDate.of(YEAR, 3, 1));
        Team other = RatedTeam.team(street, LocalDate.of(YEAR, 3, 2));
        List<VolunteerView> people = List.of(RatedTeam.person("欧阳晓岚"), RatedTeam.person("𠮷田"));
        for (int month = 5; month <= 8; month++) {
            RatedTeam.held(team, LocalDate.of(YEAR, month, 10), people);
        }
        long office = PeopleFixture.account("街道办", PeopleFixture.at(Role.STREET_OFFICE, street.value()));
        RatedTeam.at(LocalDate.of(YEAR + 1, 1, 12), 9);
        String desk = "/desk/organizations/" + Ids.text(team.id()) + "/stars";

        String run = begin(office);
        ask(team, desk);
        decide(office, run, team, other);
        announce(office, run);
        toldFirst(office, run, team, desk);
        RatedTeam.at(LocalDate.of(YEAR + 1, 2, 20), 9);
        worker.run();
        published(team);
    }

    private String begin(long office) {
        try (Visit visit = at(Screen.DESK, office)) {
            visit.go("/gov/team-stars");
            visit.page().selectOption("#year", String.valueOf(YEAR));
            visit.page().selectOption("#region", RatedTeam.street(2).value());
            visit.shoot("teamstar-runs")
                    .page()
                    .locator("aside button.btn-primary")
                    .click();
            visit.shoot("teamstar-counting").assertGood();
            worker.run();
            visit.page().reload();
            String run = java.net.URI.create(visit.page().url()).getPath();
            assertThat(visit.page().locator("tbody tr").count()).isEqualTo(2);
            visit.shoot("teamstar-run").assertGood().go("/gov/team-stars");
            visit.shoot("teamstar-list").assertGood();
            return run;
        }
    }

    private static void ask(Team team, String desk) {
        try (Visit visit = at(Screen.PHONE, team.leader().contactAccountId())) {
            visit.go("/desk");
            assertThat(visit.page().locator("a[href='" + desk + "']").count()).isPositive();
            visit.go(desk);
            visit.shoot("teamstar-desk").assertGood().assertGoodForElders("teamstar-desk");
            for (Part part : Part.values()) {
                assertThat(visit.go(desk + "/" + YEAR + "/" + part)).isEqualTo(200);
                visit.shoot("teamstar-part-" + part).assertGood();
            }
            visit.go(desk);
            visit.page().fill("#words", "五月那场来了三个人");
            visit.page().locator("main form button.btn-primary").click();
            assertThat(visit.page().locator(".state-amber").allInnerTexts()).anyMatch(t -> t.contains("等待答复"));
            visit.shoot("teamstar-asked");
        }
    }

    private static void decide(long office, String run, Team team, Team other) {
        try (Visit visit = at(Screen.DESK, office)) {
            visit.go(run + "/" + Ids.text(team.id()));
            visit.shoot("teamstar-rating").assertGood();
            visit.page().locator("button[value=confirm]").click();
            assertThat(visit.page().locator("#form-refusal").count()).isOne();
            visit.page().fill("#words", "核对过签到，到场两人");
            visit.page().locator("button[value=confirm]").click();
            assertThat(visit.page().locator("aside .state-green").count()).isOne();
            visit.go(run + "/" + Ids.text(other.id()));
            visit.shoot("teamstar-obstacle").assertGood();
            visit.go(run + "/" + Ids.text(team.id()) + "/STAYED");
            visit.assertGood();
            visit.go("/gov/team-stars/rehearsal");
            visit.page().fill("#minActivities", "5");
            visit.page().locator("main form button.btn-primary").click();
            assertThat(visit.page()
                            .locator("section[aria-labelledby=outcome] tbody")
                            .count())
                    .isEqualTo(2);
            visit.shoot("teamstar-rehearsal").assertGood();
            visit.page().fill("#weight-HOURS", "9000");
            visit.page().locator("main form button.btn-primary").click();
            assertThat(visit.page().locator("#form-refusal").count()).isOne();
        }
        try (Visit visit = at(Screen.PHONE, office)) {
            visit.go(run);
            visit.shoot("teamstar-run").assertGood().go(run + "/" + Ids.text(team.id()));
            visit.shoot("teamstar-rating").assertGood().go("/gov/team-stars/rehearsal");
            visit.assertGood();
        }
    }

    private static void announce(long office, String run) {
        RatedTeam.at(LocalDate.of(YEAR + 1, 2, 10), 9);
        try (Visit visit = at(Screen.DESK, office)) {
            visit.go(run);
            visit.page().locator("button[value=announce]").click();
            visit.shoot("teamstar-notice").assertGood();
        }
    }

    /** Stars on public notice are taken away by two people, the team told first; here the second one lets them be. */
    private static void toldFirst(long office, String run, Team team, String desk) {
        String rating = run + "/" + Ids.text(team.id());
        try (Visit visit = at(Screen.DESK, office)) {
            visit.go(rating);
            visit.page().fill("#words", "有人说七月那场没有办");
            visit.page().locator("button[value=aside]").click();
            visit.page().waitForLoadState();
            visit.shoot("teamstar-told").assertGood();
        }
        try (Visit visit = at(Screen.PHONE, team.leader().contactAccountId())) {
            visit.go(desk);
            assertThat(visit.page().textContent("main")).contains("有人说七月那场没有办");
            visit.shoot("teamstar-told-desk").assertGood().assertGoodForElders("teamstar-told-desk");
            visit.go(desk);
            visit.page().fill("#words", "那天下雨，改在楼道里办的，签到都在");
            visit.page()
                    .locator("main form[action$='/reply'] button.btn-primary")
                    .click();
            visit.page().waitForLoadState();
            assertThat(visit.page().locator("main form[action$='/reply']").count())
                    .isZero();
            visit.shoot("teamstar-replied").assertGood();
        }
        long second = PeopleFixture.account(
                "街道办二", PeopleFixture.at(Role.STREET_OFFICE, RatedTeam.street(2).value()));
        try (Visit visit = at(Screen.DESK, second)) {
            visit.go(rating);
            assertThat(visit.page().textContent("aside")).contains("那天下雨");
            visit.shoot("teamstar-second").assertGood();
            visit.page().fill("#words", "查过原始签到，属实");
            visit.page().locator("button[value=keep]").click();
            visit.page().waitForLoadState();
            visit.shoot("teamstar-kept").assertGood();
        }
    }

    private static void published(Team team) {
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.PHONE)) {
            visit.go("/organizations/" + Ids.text(team.id()));
            visit.shoot("teamstar-badge").assertGood();
            visit.page().locator("a[href='/team-stars/" + YEAR + "']").click();
            assertThat(visit.page()
                            .locator("a[href='/organizations/" + Ids.text(team.id()) + "']")
                            .count())
                    .isOne();
            visit.shoot("teamstar-published").assertGood().assertGoodForElders("teamstar-published");
        }
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.DESK)) {
            visit.go("/team-stars");
            visit.shoot("teamstar-published").assertGood();
        }
    }

    private static Visit at(Screen screen, long account) {
        return Browsers.open("http://localhost:" + City.port(), screen).as(account);
    }
}
