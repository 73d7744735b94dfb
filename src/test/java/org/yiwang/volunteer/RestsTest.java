package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.organization.MemberDesk;
import org.yiwang.signup.SignUpDesk;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;

/** Whoever rests is not invited, may come all the same, and is back by one tap. */
@CityTest
class RestsTest {

    @Autowired
    private Rests rests;

    @Autowired
    private OwnRests export;

    @Autowired
    private SignUpDesk desk;

    @Autowired
    private MemberDesk members;

    @Autowired
    private ActivityFixture activities;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void now() {
        clock.reset();
    }

    @Test
    void nobody_invites_somebody_who_rests_and_everybody_may_once_the_last_day_is_over() {
        Team team = TeamFixture.team();
        VolunteerView person = VolunteerFixture.adult("休小休");
        LocalDate today = LocalDate.now(clock);
        ActivityView activity = activities.published(team.id(), activities.daily(9, 5));
        rests.begin(VolunteerFixture.actor(person), person.id(), null);
        refused("signup.resting", () -> invite(team.admin(), activity, person));
        refused("organization.resting", () -> members.invite(team.admin(), team.id(), person.number()));

        rests.begin(VolunteerFixture.actor(person), person.id(), today.plusDays(2));
        assertThat(rests.all(person.id())).hasSize(1);
        refused("signup.resting-until", () -> invite(team.admin(), activity, person));
        clock.advance(Duration.ofDays(3));
        assertThat(rests.among(List.of(person.id()))).isEmpty();
        invite(team.admin(), activity, person);
        members.invite(team.admin(), team.id(), person.number());

        rests.begin(VolunteerFixture.actor(person), person.id(), null);
        assertThat(rests.all(person.id()))
                .as("the rest that ran out keeps its end for whoever counts quiet days")
                .hasSize(2)
                .first()
                .satisfies(rest -> assertThat(rest.endedAt())
                        .isEqualTo(
                                today.plusDays(3).atStartOfDay(clock.getZone()).toInstant()));
    }

    @Test
    void a_page_takes_the_rest_and_ends_it_and_nobody_rests_for_somebody_else() {
        VolunteerView person = VolunteerFixture.adult("休小息");
        Visitor visitor = Visitor.asAccount(person.contactAccountId());
        String of = Ids.text(person.id());
        LocalDate until = LocalDate.now(clock).plusDays(30);
        assertThat(visitor.post(
                                "/me/rest",
                                Map.of("of", of, "until", until.minusDays(40).toString()))
                        .body())
                .contains("请选今天或以后的日子");
        assertThat(visitor.post("/me/rest", Map.of("of", of, "until", until.toString()))
                        .status())
                .isEqualTo(303);
        assertThat(visitor.get("/me/rest").body()).contains("您休息到", "我回来了");
        assertThat(visitor.api("GET", "/api/v1/volunteers/" + of + "/rest", null)
                        .body())
                .contains(until.toString());
        assertThat(visitor.post("/me/rest/back", Map.of("of", of)).status()).isEqualTo(303);
        assertThat(rests.find(person.id())).isEmpty();
        assertThat(export.export(person.id())).asString().contains(until.toString());
        Actor stranger = VolunteerFixture.actor(VolunteerFixture.adult("别人"));
        refused("volunteer.not-yours", () -> rests.begin(stranger, person.id(), null));
    }

    private void invite(Actor admin, ActivityView activity, VolunteerView person) {
        desk.invite(admin, activity.id(), activity.shifts().getLast().id(), person.number(), null);
    }
}
