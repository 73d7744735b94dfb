package org.yiwang.teamstar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Role;
import org.yiwang.objection.CaseDesk;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.Complaint;
import org.yiwang.objection.Report;
import org.yiwang.objection.Reports;
import org.yiwang.objection.Verdict;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.FoundCases;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.trust.Sanctions;

/** Cases of false hours and sanctions reach the figures of their year and of no other. */
@CityTest
class MeasuringTest {

    private static final int YEAR = 2026;

    @Autowired
    private Measuring measuring;

    @Autowired
    private ActivityFixture activities;

    @Autowired
    private Reports reports;

    @Autowired
    private CaseDesk cases;

    @Autowired
    private Sanctions sanctions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void what_offices_found_lowers_the_year_and_paid_hours_and_sanctions_take_its_stars() {
        Team team = TeamFixture.team();
        Team other = TeamFixture.team();
        long activity = activities.published(team.id(), 10).id();
        FoundCases.decided(activity, Outcome.KEPT);
        assertThat(of(team, YEAR).cases()).as("nothing was found").isZero();
        long found = FoundCases.upheld(activity);
        assertThat(of(team, YEAR).cases()).isOne();
        assertThat(of(team, YEAR).paid()).isZero();
        paid(activity);
        assertThat(of(team, YEAR).cases()).isEqualTo(2);
        assertThat(of(team, YEAR).paid()).isOne();
        assertThat(of(team, YEAR - 1).cases()).isZero();
        assertThat(of(team, YEAR).sanctioned()).isFalse();

        Actor office = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        sanctions.impose(office, Subject.organization(team.id()), "reminder", "名单不实", found);
        assertThat(of(team, YEAR).sanctioned()).as("a word holds for its day").isTrue();
        assertThat(of(team, YEAR - 1).sanctioned()).isFalse();
        long mark = sanctions.impose(office, Subject.organization(team.id()), "mark", "名单不实", found);
        clock.set(LocalDate.of(YEAR + 1, 2, 1)
                .atTime(9, 0)
                .atZone(clock.getZone())
                .toInstant());
        assertThat(of(team, YEAR + 1).sanctioned())
                .as("a mark holds for a year")
                .isTrue();
        sanctions.lift(PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102"), mark, "已经整改");
        assertThat(of(team, YEAR + 1).sanctioned()).as("lifted").isFalse();

        Rating rating = SeededScheme.read().rate(of(team, YEAR));
        assertThat(rating.obstacles()).contains(Obstacle.SANCTIONED, Obstacle.SOLD_HOURS);
        Figures innocent = of(other, YEAR);
        assertThat(innocent.cases()).isZero();
        assertThat(innocent.sanctioned()).isFalse();
        assertThat(innocent.valid()).isTrue();
    }

    private void paid(long activity) {
        reports.report(null, new Report(null, activity, Complaint.PAID, "有人花钱买了时长", "", ""), null, "");
        long id = jdbc.sql("select id from objection_case where activity_id = :activity order by id desc limit 1")
                .param("activity", activity)
                .query(Long.class)
                .single();
        cases.decide(
                PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102"),
                id,
                new Verdict(Outcome.UPHELD, null, "转账记录属实", "转账截图", false));
    }

    private Figures of(Team team, int year) {
        return Objects.requireNonNull(measuring
                .measure(List.of(team.id()), year, measuring.until(year), 1, 60)
                .get(team.id()));
    }
}
