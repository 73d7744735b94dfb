package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Role;
import org.yiwang.organization.OrganizationDesk;
import org.yiwang.organization.Tree;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;

@CityTest
class DeadlinesOfMovedTeamsTest {

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private OrganizationDesk desk;

    @Autowired
    private RecordClock recordClock;

    @Autowired
    private TestClock clock;

    @Test
    void the_new_body_above_sees_the_late_activities_of_a_moved_team() {
        clock.reset();
        Team team = TeamFixture.team();
        Team above = TeamFixture.team();
        ActivityView activity = fixture.published(team.id(), 10);
        Actor city = PeopleFixture.actor(PeopleFixture.account("市级", PeopleFixture.at(Role.CITY_OFFICE, "4201")));
        desk.place(city, team.id(), Tree.AREA, above.id());
        clock.set(activity.period().end().plus(Duration.ofHours(1)));

        assertThat(recordClock.open(above.admin(), Permission.RECORD_ATTEST))
                .extracting(Deadline::activityId)
                .containsExactly(activity.id());
    }
}
