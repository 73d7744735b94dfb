package org.yiwang.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Slice;
import org.yiwang.record.TimeKind;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.Hours;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.Guardians;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** What everybody may read about who has a star, and who says so. */
@CityTest
class StarsInPublicTest {

    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 20);
    private static final RegionCode DISTRICT = new RegionCode("420102");

    @Autowired
    private StarApplications applications;

    @Autowired
    private StarReview review;

    @Autowired
    private StarNotice notice;

    @Autowired
    private Stars stars;

    @Autowired
    private Guardians guardians;

    @Autowired
    private Volunteers volunteers;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Actor community;

    @BeforeEach
    void people() {
        clock.reset();
        community = PeopleFixture.staff(Role.COMMUNITY_STAFF, TeamFixture.COMMUNITY);
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void nobody_reads_who_lives_in_which_community() {
        holder(VolunteerFixture.adult("公示甲"));
        List<Stars.Line> district = lines(DISTRICT);
        assertThat(district).isNotEmpty();
        assertThat(lines(new RegionCode(TeamFixture.COMMUNITY))).isEqualTo(district);
        assertThat(lines(new RegionCode("420102999999"))).isEqualTo(district);
    }

    @Test
    void nobody_is_listed_whose_registration_does_not_count() {
        VolunteerView person = VolunteerFixture.adult("停用的人");
        holder(person);
        applications.showName(VolunteerFixture.actor(person), person.id(), true);
        assertThat(names()).contains("停用的人");
        for (String state : List.of("VOID", "RESTRICTED", "SUSPENDED")) {
            state(person, state);
            assertThat(names()).as(state).doesNotContain("停用的人");
        }
        state(person, "VALID");
        assertThat(names()).contains("停用的人");
    }

    private void state(VolunteerView person, String state) {
        jdbc.sql("update volunteer set state = :state where id = :id")
                .param("state", state)
                .param("id", person.id())
                .update();
    }

    @Test
    void a_guardian_agrees_to_the_full_name_of_a_minor_until_the_child_comes_of_age() {
        VolunteerView guardian = VolunteerFixture.adult("许星母");
        Actor parent = VolunteerFixture.actor(guardian);
        VolunteerView child = VolunteerFixture.ward(parent, "许星星", LocalDate.of(2008, 12, 20));
        String mobile = PeopleFixture.newMobile();
        guardians.sendCode(parent, child.id(), mobile, "198.51.100.7");
        guardians.openAccount(parent, child.id(), mobile, PeopleFixture.lastCode(mobile));
        Actor self = VolunteerFixture.actor(volunteers.get(child.id()));
        holder(child);

        refused(StarProblem.GUARDIAN_AGREES, () -> applications.showName(self, child.id(), true));
        assertThat(stars.own(self, child.id()).mayShowName()).isFalse();
        assertThat(names()).doesNotContain("许星星");
        applications.showName(parent, child.id(), true);
        assertThat(names()).contains("许星星");
        applications.showName(self, child.id(), false);
        assertThat(names()).doesNotContain("许星星");
        applications.showName(parent, child.id(), true);
        assertThat(jdbc.sql("select agreed_by from star_name_shown where volunteer_id = :child")
                        .param("child", child.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(parent.accountId());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        clock.advance(Duration.ofDays(today.until(LocalDate.of(2026, 12, 20), java.time.temporal.ChronoUnit.DAYS)));
        assertThat(names()).doesNotContain("许星星");
        applications.showName(self, child.id(), true);
        assertThat(names()).contains("许星星");
    }

    /** The person with a star. */
    private void holder(VolunteerView person) {
        Hours.give(person, TimeKind.CREDIT, 100 * 60, YESTERDAY);
        long id = applications.apply(VolunteerFixture.actor(person), person.id(), 1, null, "");
        review.approve(community, id, "");
        clock.advance(Duration.ofDays(8));
        notice.grantDue();
    }

    private List<String> names() {
        return lines(DISTRICT).stream().map(Stars.Line::who).toList();
    }

    private List<Stars.Line> lines(RegionCode region) {
        Slice<Stars.Line> page = stars.published(null, region, 1);
        return page.items();
    }
}
