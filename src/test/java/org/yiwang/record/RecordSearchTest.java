package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.CheckIns;
import org.yiwang.attendance.CheckIns.Scanned;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.Phone;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.record.RecordQuery.Sort;
import org.yiwang.record.RecordSearch.Reader;
import org.yiwang.record.RecordSum.By;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

@CityTest
class RecordSearchTest {

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private ActivityDesk activityDesk;

    @Autowired
    private SignUps signUps;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private AttendanceDesk desk;

    @Autowired
    private RecordSearch search;

    @Autowired
    private Volunteers volunteers;

    @Autowired
    private PublicNotice publicNotice;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Team team;
    private VolunteerView first;
    private VolunteerView second;
    private ActivityView activity;
    private RecordQuery year;

    /** Two people have served 60 and 90 minutes with a team; the activity is not closed yet. */
    @BeforeEach
    void serve() {
        clock.reset();
        team = TeamFixture.team();
        first = TeamFixture.volunteer("李雷");
        second = TeamFixture.volunteer("韩梅梅");
        activity = fixture.published(team.id(), 10);
        LocalDate day =
                activity.period().start().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        year = RecordQuery.of(day.minusDays(30), day.plusDays(1));
        for (VolunteerView v : List.of(first, second)) {
            signUps.apply(
                    TeamFixture.actor(v),
                    v.id(),
                    activity.id(),
                    activity.shifts().getFirst().id(),
                    null,
                    null);
        }
        check(Direction.IN, 0, first, second);
        check(Direction.OUT, 60, first);
        check(Direction.OUT, 90, second);
    }

    @Test
    void a_team_finds_its_records_and_what_they_come_to_before_and_after_they_count() {
        assertThat(search.sum(team.admin(), Reader.TEAM, year.within(team.id())))
                .isEqualTo(new RecordSum("", 0, 0, 150, 2));

        close();

        RecordQuery asked = new RecordQuery(
                year.from(), year.to(), null, RecordState.EFFECTIVE, null, team.id(), null, Sort.LONGEST);
        assertThat(search.list(team.admin(), Reader.TEAM, asked, 1).items())
                .extracting(RecordView::serviceMinutes)
                .containsExactly(90, 60);
        assertThat(search.sum(team.admin(), Reader.TEAM, year.within(team.id())))
                .isEqualTo(new RecordSum("", 150, 0, 0, 2));
        assertThat(search.sums(team.admin(), Reader.TEAM, year.within(team.id()), By.PERSON))
                .extracting(RecordSum::key)
                .containsExactly(String.valueOf(second.id()), String.valueOf(first.id()));
        assertThat(search.sums(team.admin(), Reader.TEAM, year.within(team.id()), By.CATEGORY))
                .containsExactly(new RecordSum(activity.category(), 150, 0, 0, 2));
        assertThat(search.sum(team.admin(), Reader.TEAM, year.within(team.id()).of(List.of(first.id())))
                        .creditMinutes())
                .isEqualTo(60);
        assertThat(search.ofMembers(team.admin(), team.id(), List.of(first.id()))
                        .values())
                .extracting(RecordSum::creditMinutes)
                .containsExactly(60L);
    }

    @Test
    void people_are_looked_for_among_all_who_served_and_only_within_reach() {
        assertThat(search.people(team.admin(), Reader.TEAM, year.within(team.id())))
                .containsExactlyInAnyOrder(first.id(), second.id());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> search.people(TeamFixture.team().admin(), Reader.TEAM, year.within(team.id())));
        assertThat(volunteers.named(List.of(first.id(), second.id()), "梅")).containsExactly(second.id());
    }

    @Test
    void sums_from_the_totals_equal_sums_over_the_records() {
        close();
        Actor city = PeopleFixture.actor(PeopleFixture.account("市级", PeopleFixture.at(Role.CITY_OFFICE, "4201")));
        for (By by : By.values()) {
            List<RecordSum> sums = search.sums(city, Reader.AREA, year.within(team.id()), by);
            assertThat(sums.stream().mapToLong(RecordSum::creditMinutes).sum())
                    .as(by.name())
                    .isEqualTo(150);
        }
        assertThat(search.sums(city, Reader.AREA, year.within(team.id()), By.REGION))
                .singleElement()
                .satisfies(s -> assertThat(s.key()).isEqualTo("420102"));
    }

    @Test
    void nobody_reads_beyond_their_reach() {
        Team other = TeamFixture.team();
        outOfScope(() -> search.list(other.admin(), Reader.TEAM, year.within(team.id()), 1));
        outOfScope(() -> search.sum(TeamFixture.actor(first), Reader.TEAM, year.within(team.id())));

        Actor elsewhere =
                PeopleFixture.actor(PeopleFixture.account("别处", PeopleFixture.at(Role.DISTRICT_OFFICE, "420103")));
        assertThat(search.list(elsewhere, Reader.AREA, year.within(team.id()), 1)
                        .items())
                .isEmpty();
        assertThat(search.sum(elsewhere, Reader.AREA, year.within(team.id())).records())
                .isZero();
        outOfScope(() -> search.sum(
                elsewhere,
                Reader.AREA,
                new RecordQuery(
                        year.from(), year.to(), null, null, new RegionCode("420102"), null, null, Sort.LATEST)));

        Actor here = PeopleFixture.actor(PeopleFixture.account("本区", PeopleFixture.at(Role.DISTRICT_OFFICE, "420102")));
        assertThat(search.list(here, Reader.AREA, year.within(team.id()), 1).items())
                .hasSize(2);
    }

    @Test
    void a_file_needs_a_purpose_and_leaves_a_trail_and_full_names_of_an_area_need_the_right_to_them() {
        Actor here = PeopleFixture.actor(PeopleFixture.account("本区", PeopleFixture.at(Role.DISTRICT_OFFICE, "420102")));
        Actor community = PeopleFixture.actor(
                PeopleFixture.account("社区", PeopleFixture.at(Role.COMMUNITY_STAFF, TeamFixture.COMMUNITY)));

        assertThat(search.file(here, Reader.AREA, year.within(team.id()), true, "年度表彰统计"))
                .hasSize(2);
        assertThat(search.file(community, Reader.AREA, year.within(team.id()), false, "社区年报"))
                .hasSize(2);
        outOfScope(() -> search.file(community, Reader.AREA, year.within(team.id()), true, "社区年报"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> search.file(team.admin(), Reader.TEAM, year.within(team.id()), true, " "));

        assertThat(trail(here, "personal-data.look")).isEqualTo(1);
        assertThat(trail(community, "record.file")).isEqualTo(1);
    }

    private int trail(Actor who, String what) {
        return jdbc.sql("select count(*) from account_audit where account_id = :who and what = :what")
                .param("who", who.accountId())
                .param("what", what)
                .query(Integer.class)
                .single();
    }

    private void check(Direction direction, int minute, VolunteerView... people) {
        clock.set(activity.period().start().plus(Duration.ofMinutes(minute)));
        Scanned code = new Scanned(desk.code(team.admin(), activity.id()).token(), false);
        for (VolunteerView v : people) {
            checkIns.scan(TeamFixture.actor(v), v.id(), activity.id(), code, direction, Phone.SILENT);
        }
    }

    private void close() {
        clock.set(activity.period().end().plusSeconds(60));
        activityDesk.close(team.admin(), activity.id(), "清理了三个楼道和两处花坛，分拣纸箱四十公斤。", 60, "");
        clock.advance(Duration.ofDays(3));
        publicNotice.countDue();
    }

    private static void outOfScope(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .satisfies(r -> assertThat(r.problem()).isEqualTo(Actor.AccessProblem.OUT_OF_SCOPE));
    }
}
