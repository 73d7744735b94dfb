package org.yiwang.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.MemberDesk;
import org.yiwang.organization.MemberView;
import org.yiwang.signup.SignUpDesk;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.volunteer.VolunteerView;

/** Organizers see the full names of who comes; each look is written down, and a refreshed page is one look. */
@CityTest
class LooksAtListsTest {

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private SignUps signUps;

    @Autowired
    private AttendanceDesk desk;

    @Autowired
    private SignUpDesk rosters;

    @Autowired
    private MemberDesk organizations;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Team team;
    private ActivityView activity;

    @BeforeEach
    void begin() {
        clock.reset();
        team = TeamFixture.team();
        activity = fixture.published(team.id(), 10);
        for (String name : List.of("李雷", "韩梅梅")) {
            VolunteerView person = TeamFixture.volunteer(name);
            signUps.apply(
                    TeamFixture.actor(person),
                    person.id(),
                    activity.id(),
                    activity.shifts().getFirst().id(),
                    null,
                    null);
        }
    }

    @Test
    void each_page_and_the_api_leave_one_row_in_ten_minutes() {
        Visitor organizer = Visitor.asAccount(team.leader().contactAccountId());
        String id = Ids.text(activity.id());
        for (int i = 0; i < 3; i++) {
            assertThat(organizer.get("/desk/activities/" + id + "/sign-ups").body())
                    .contains("韩梅梅");
            assertThat(organizer
                            .api("GET", "/api/v1/activities/" + id + "/sign-ups", null)
                            .status())
                    .isEqualTo(200);
            assertThat(organizer.get("/desk/activities/" + id + "/attendance").body())
                    .contains("韩梅梅");
            assertThat(organizer
                            .api("GET", "/api/v1/activities/" + id + "/roster", null)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(looks())
                .containsExactlyInAnyOrder(
                        "activity:" + id + " sign-ups: running it; people: 2",
                        "activity:" + id + " roster: running it; people: 2");
        clock.advance(Duration.ofMinutes(11));
        organizer.get("/desk/activities/" + id + "/sign-ups");
        assertThat(looks()).hasSize(3);
    }

    @Test
    void a_list_that_has_grown_is_another_look() {
        String id = Ids.text(activity.id());
        rosters.rosters(team.admin(), activity.id());
        VolunteerView late = TeamFixture.volunteer("王小二");
        signUps.apply(
                TeamFixture.actor(late),
                late.id(),
                activity.id(),
                activity.shifts().getFirst().id(),
                null,
                null);
        rosters.rosters(team.admin(), activity.id());
        rosters.rosters(team.admin(), activity.id());
        assertThat(looks())
                .containsExactlyInAnyOrder(
                        "activity:" + id + " sign-ups: running it; people: 2",
                        "activity:" + id + " sign-ups: running it; people: 3");
    }

    @Test
    void numbers_without_names_are_no_look_and_a_refused_look_leaves_no_row() {
        Actor admin = team.admin();
        assertThat(desk.forCounting(admin, activity.id())).hasSize(2);
        Visitor.asAccount(admin.accountId()).get("/desk");
        assertThat(looks()).isEmpty();
        Team stranger = TeamFixture.team();
        assertThatThrownBy(() -> desk.roster(stranger.admin(), activity.id()))
                .isInstanceOf(Refusal.class)
                .hasMessage("access.out-of-scope");
        assertThat(jdbc.sql("select count(*) from account_audit where account_id = :id and what = 'personal-data.list'")
                        .param("id", stranger.leader().contactAccountId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void members_of_a_team_are_a_list_of_people_too() {
        organizations.members(team.admin(), team.id(), EnumSet.of(MemberView.State.MEMBER), 1);
        organizations.members(team.admin(), team.id(), EnumSet.of(MemberView.State.ASKED), 1);
        assertThat(looks()).containsExactly("organization:" + Ids.text(team.id()) + " members: running it; people: 1");
    }

    private List<String> looks() {
        return jdbc.sql("""
                        select subject || ': ' || why from account_audit
                        where account_id = :id and what = 'personal-data.list'""")
                .param("id", team.leader().contactAccountId())
                .query((row, i) -> row.getString(1))
                .list();
    }
}
