package org.yiwang.teamstar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;

/** Stars of teams over the API: what the pages can do, with the same refusals. */
@CityTest
class TeamStarApiTest {

    private static final String API = "/api/v1/team-stars";
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
    void an_office_runs_a_year_and_decides_and_a_leader_asks() {
        RegionCode street = RatedTeam.street(3);
        Team team = RatedTeam.team(street, LocalDate.of(YEAR, 3, 1));
        RatedTeam.at(LocalDate.of(YEAR + 1, 1, 12), 9);
        Visitor office =
                Visitor.asAccount(PeopleFixture.account("街道办", PeopleFixture.at(Role.STREET_OFFICE, street.value())));
        Visitor elsewhere = Visitor.asAccount(PeopleFixture.account(
                "街道办", PeopleFixture.at(Role.STREET_OFFICE, RatedTeam.street(4).value())));
        Visitor leader = Visitor.asAccount(team.leader().contactAccountId());

        Map<String, Object> wish = Map.of("year", YEAR, "region", street.value());
        assertThat(elsewhere.api("POST", API + "/runs", wish).code()).isEqualTo("access.out-of-scope");
        assertThat(leader.api("POST", API + "/runs", wish).code()).isEqualTo("access.out-of-scope");
        assertThat(office.api("POST", API + "/runs", Map.of("region", "x")).code())
                .isEqualTo("access.out-of-scope");
        Answer started = office.api("POST", API + "/runs", wish);
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        String run = API + "/runs/" + started.json().path("id").asString();
        worker.run();
        Answer overview = office.api("GET", run, null);
        assertThat(overview.json().path("run").path("state").asString()).isEqualTo("OPEN");
        assertThat(overview.json().path("stars").path("0").asInt()).isOne();
        assertThat(elsewhere.api("GET", run, null).code()).isEqualTo("teamstar.unknown");
        String one = run + "/teams/" + Ids.text(team.id());
        assertThat(office.api("GET", one, null).json().path("parts").size()).isEqualTo(Part.values().length);
        assertThat(office.api("GET", run + "/teams", null).json().path("items").size())
                .isOne();

        String mine = API + "/teams/" + Ids.text(team.id());
        assertThat(leader.api("GET", mine, null).json().get(0).path("obstacles").size())
                .isEqualTo(2);
        assertThat(elsewhere.api("GET", mine, null).code()).isEqualTo("access.not-allowed");
        assertThat(leader.api("GET", mine + "/" + YEAR + "/activities", null)
                        .json()
                        .size())
                .isZero();
        assertThat(leader.api("POST", mine + "/" + YEAR + "/question", Map.of()).code())
                .isEqualTo("teamstar.reason-needed");
        assertThat(leader.api("POST", mine + "/" + YEAR + "/question", Map.of("words", "我们有四场活动"))
                        .status())
                .isEqualTo(204);
        assertThat(office.api("POST", one, Map.of("what", "CONFIRM", "words", "好"))
                        .code())
                .isEqualTo("teamstar.no-stars");
        assertThat(office.api("POST", one, Map.of("what", "RAISE", "stars", 1, "words", "好"))
                        .code())
                .isEqualTo("teamstar.obstacle");
        assertThat(office.api("POST", one, Map.of()).code()).isEqualTo("teamstar.reason-needed");
        assertThat(office.api("POST", one, Map.of("what", "SET_ASIDE", "words", "四场都没有总结"))
                        .status())
                .isEqualTo(204);
        assertThat(leader.api("GET", mine, null)
                        .json()
                        .get(0)
                        .path("rating")
                        .path("answered")
                        .asBoolean())
                .isTrue();
        rehearseAndSee(office, run);
    }

    private static void rehearseAndSee(Visitor office, String run) {
        Answer scheme = Visitor.anonymous().api("GET", API + "/scheme", null);
        assertThat(scheme.json().path("levels").size()).isEqualTo(5);
        Answer rehearsed = office.api("POST", API + "/runs/rehearsal", Map.of("year", YEAR, "scheme", scheme.json()));
        assertThat(rehearsed.json().path("teams").asInt()).as(rehearsed.body()).isOne();
        assertThat(office.api("POST", API + "/runs/rehearsal", Map.of()).code()).isEqualTo("teamstar.scheme-faulty");
        assertThat(office.api("POST", run + "/announce", Map.of()).code()).isEqualTo("teamstar.teams-may-speak");
        assertThat(office.api("POST", run + "/count-again", Map.of()).code()).isEqualTo("teamstar.decided-already");
        assertThat(office.api("POST", run + "/confirm", Map.of())
                        .json()
                        .path("teams")
                        .asInt())
                .isZero();
        assertThat(Visitor.anonymous().api("GET", API + "/years/" + YEAR, null).status())
                .isEqualTo(200);
        assertThat(Visitor.anonymous().api("GET", API + "/years", null).json().isArray())
                .isTrue();
    }
}
