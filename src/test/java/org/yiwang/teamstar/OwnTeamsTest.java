package org.yiwang.teamstar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.MemberDesk;
import org.yiwang.organization.Memberships;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** Nobody decides about a team of one's own, by whatever account. */
@CityTest
class OwnTeamsTest {

    @Autowired
    private OwnTeams teams;

    @BeforeEach
    void now() {
        City.bean(TestClock.class).reset();
    }

    @Test
    void are_those_of_whom_one_human_is_a_member_or_leads_a_body_above() {
        Team team = team("上", null);
        Team other = team("旁", null);
        Team below = team("下", team.id());
        List<Long> all = List.of(team.id(), other.id(), below.id());
        String name = "双" + letter(team.id());
        VolunteerView member = VolunteerFixture.adult(name);
        City.bean(MemberDesk.class).invite(other.admin(), other.id(), member.number());
        City.bean(Memberships.class).answerInvitation(VolunteerFixture.actor(member), other.id(), true);

        assertThat(teams.of(VolunteerFixture.actor(member), all)).containsExactly(other.id());
        assertThat(teams.of(VolunteerFixture.actor(VolunteerFixture.adult(name)), all))
                .as("another registration of the same human")
                .containsExactly(other.id());
        VolunteerView parent = VolunteerFixture.adult("父" + name);
        VolunteerFixture.ward(VolunteerFixture.actor(parent), "子" + name, LocalDate.of(2014, 1, 1));
        assertThat(teams.of(VolunteerFixture.actor(parent), all)).isEmpty();
        assertThat(teams.of(team.admin(), all)).containsExactlyInAnyOrder(team.id(), below.id());
        assertThat(teams.of(below.admin(), all)).containsExactly(below.id());
    }

    /** A character that no other test's names have with this one. */
    private static String letter(long id) {
        return Character.toString(0x4E00 + Math.floorMod(id, 20_000));
    }

    /** A team whose leader bears a name of the own. */
    private static Team team(String name, @Nullable Long above) {
        return TeamFixture.team(
                VolunteerFixture.adult(name + letter(Ids.next())), new RegionCode(TeamFixture.COMMUNITY), above);
    }
}
