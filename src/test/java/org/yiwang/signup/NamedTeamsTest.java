package org.yiwang.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.Recruitment;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.Memberships;
import org.yiwang.organization.OrganizationDesk;
import org.yiwang.organization.Tree;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

@CityTest
class NamedTeamsTest {

    @Autowired
    private SignUps signUps;

    @Autowired
    private ActivityFixture activities;

    @Autowired
    private Memberships memberships;

    @Autowired
    private OrganizationDesk organizations;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void start() {
        clock.reset();
    }

    @Test
    void only_members_of_the_named_teams_themselves_sign_up() {
        TeamFixture.Team named = TeamFixture.team();
        TeamFixture.Team child = TeamFixture.team();
        organizations.place(Actor.SYSTEM, child.id(), Tree.LINE, named.id());
        VolunteerView own = member(named.id(), "本队");
        VolunteerView below = member(child.id(), "下级队");
        ActivityView closed = activities.published(
                activities
                        .draft(named.id())
                        .with(new Recruitment(null, null, RecruitScope.TEAMS, null, List.of(named.id()), false)),
                ActivityFixture.post(Conditions.NONE, activities.shift(java.time.Duration.ofDays(1), 120, 5)));

        assertThat(apply(own, closed).state()).isEqualTo(SignUpView.State.ACCEPTED);
        assertThatThrownBy(() -> apply(below, closed))
                .isInstanceOf(Refusal.class)
                .hasMessage("signup.not-invited");
    }

    private VolunteerView member(long team, String name) {
        VolunteerView person = VolunteerFixture.adult(name);
        memberships.join(VolunteerFixture.actor(person), team, null, null);
        return person;
    }

    private SignUpView apply(VolunteerView person, ActivityView activity) {
        return signUps.apply(
                VolunteerFixture.actor(person),
                person.id(),
                activity.id(),
                activity.shifts().getFirst().id(),
                null,
                null);
    }
}
