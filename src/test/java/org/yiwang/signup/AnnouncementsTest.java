package org.yiwang.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.Recruitment;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.signup.Announcement.Audience;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** What organizers tell those signed up; and how often a pass-code may be tried. */
@CityTest
class AnnouncementsTest {

    @Autowired
    private Announcements announcements;

    @Autowired
    private SignUps signUps;

    @Autowired
    private ActivityFixture activities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private TeamFixture.Team team;
    private ActivityView activity;
    private VolunteerView accepted;
    private VolunteerView waiting;

    @BeforeEach
    void start() {
        clock.reset();
        team = TeamFixture.team();
        activity = activities.published(team.id(), activities.shift(Duration.ofDays(3), 60, 1));
        accepted = VolunteerFixture.adult("甲");
        waiting = VolunteerFixture.adult("乙");
    }

    private void apply(VolunteerView person, ActivityView to, String code) {
        signUps.apply(
                VolunteerFixture.actor(person),
                person.id(),
                to.id(),
                to.shifts().getFirst().id(),
                code.isEmpty() ? null : code,
                null);
    }

    private int told(VolunteerView person) {
        return jdbc.sql("select count(*) from notification_inbox where account_id = :account and key = :key")
                .param("account", person.contactAccountId())
                .param("key", "notice.signup.announcement")
                .query(Integer.class)
                .single();
    }

    @Test
    void tells_those_with_a_place_or_waiting_so_many_times_a_day() {
        Actor liaison = PeopleFixture.leader(Role.LIAISON, team.id());
        refused(
                "signup.announcement-nobody",
                () -> announcements.send(liaison, activity.id(), Audience.ALL, "带水", false));
        apply(accepted, activity, "");
        apply(waiting, activity, "");
        refused(
                "access.out-of-scope",
                () -> announcements.send(TeamFixture.team().admin(), activity.id(), Audience.ALL, "带水", false));
        refused(
                "signup.announcement-text",
                () -> announcements.send(liaison, activity.id(), Audience.ALL, " \n", false));
        refused(
                "signup.announcement-text",
                () -> announcements.send(liaison, activity.id(), Audience.ALL, "𠮷".repeat(501), false));

        assertThat(announcements.send(liaison, activity.id(), Audience.ACCEPTED, "<b>带水</b> {0}", false))
                .isEqualTo(1);
        assertThat(announcements.send(liaison, activity.id(), Audience.WAITING, "可能有名额", false))
                .isEqualTo(1);
        assertThat(announcements.send(liaison, activity.id(), Audience.ALL, "𠮷".repeat(500), false))
                .isEqualTo(2);
        refused(
                "signup.announcement-limit",
                () -> announcements.send(liaison, activity.id(), Audience.ALL, "再说一次", false));
        assertThat(told(accepted)).isEqualTo(2);
        assertThat(told(waiting)).isEqualTo(2);
        assertThat(announcements.list(liaison, activity.id()))
                .extracting(Announcement::audience)
                .containsExactly(Audience.ALL, Audience.WAITING, Audience.ACCEPTED);
        assertThat(Visitor.asAccount(accepted.contactAccountId())
                        .get("/me/inbox")
                        .body())
                .contains("&lt;b&gt;带水&lt;/b&gt; {0}");
        clock.advance(Duration.ofDays(1));
        assertThat(announcements.send(liaison, activity.id(), Audience.ALL, "明天见", false))
                .isEqualTo(2);
    }

    @Test
    void page_and_api_send_once_however_often_they_are_sent() {
        apply(accepted, activity, "");
        Visitor visitor = Visitor.asAccount(team.leader().contactAccountId());
        String path = "/desk/activities/" + Ids.text(activity.id());
        assertThat(visitor.get(path + "/sign-ups").body()).contains("通知报名的人");
        assertThat(visitor.post(path + "/announcements", Map.of("_key", "k0", "audience", "ALL", "text", ""))
                        .status())
                .isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            assertThat(visitor.post(path + "/announcements", Map.of("_key", "k1", "audience", "ALL", "text", "八点半集合"))
                            .location())
                    .startsWith(path + "/sign-ups");
        }
        assertThat(told(accepted)).isEqualTo(1);
        assertThat(visitor.get(path + "/sign-ups").body()).contains("已发的通知", "八点半集合");
        String api = "/api/v1/activities/" + Ids.text(activity.id()) + "/announcements";
        assertThat(visitor.api("POST", api, Map.of("text", "改到北门"))
                        .json()
                        .get("recipients")
                        .asInt())
                .isEqualTo(1);
        assertThat(visitor.api("GET", api, null).body()).contains("改到北门", "八点半集合");
        assertThat(visitor.api("POST", api, Map.of("text", "")).code()).isEqualTo("signup.announcement-text");
    }

    @Test
    void a_pass_code_can_be_tried_five_times_in_half_an_hour() {
        ActivityView closed = activities.published(
                activities
                        .draft(team.id())
                        .with(new Recruitment(null, null, RecruitScope.PASS_CODE, "hua7", List.of(), false)),
                ActivityFixture.post(Conditions.NONE, activities.shift(Duration.ofDays(1), 120, 5)));
        for (int i = 0; i < 5; i++) {
            refused("signup.pass-code", () -> apply(accepted, closed, "falsch"));
        }
        refused("signup.pass-code-tries", () -> apply(accepted, closed, "hua7"));
        apply(waiting, closed, "HUA7");
        clock.advance(Duration.ofMinutes(31));
        apply(accepted, closed, "hua7");
        assertThat(jdbc.sql("select count(*) from signup_pass_try where activity_id = :id")
                        .param("id", closed.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
