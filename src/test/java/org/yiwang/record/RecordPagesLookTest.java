package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.CheckIns;
import org.yiwang.attendance.CheckIns.Scanned;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.Phone;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Role;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerView;

/** Looks at the pages of sign-ups, attendance and records with something on them, on a phone and at a desk. */
@CityTest
class RecordPagesLookTest {

    @Autowired
    private PublicNotice publicNotice;

    @Autowired
    private Corrections corrections;

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
    private Records records;

    @Autowired
    private TestClock clock;

    @Test
    void pages_of_a_running_activity_and_of_its_records_are_good() {
        clock.reset();
        Team team = TeamFixture.team();
        VolunteerView here = TeamFixture.volunteer("李雷");
        VolunteerView done = TeamFixture.volunteer("欧阳晓岚");
        VolunteerView missing = TeamFixture.volunteer("𠮷田");
        ActivityView over = fixture.published(team.id(), 10);
        signUp(over, done);
        check(team, over, Direction.IN, 3, done);
        check(team, over, Direction.OUT, 111, done);
        clock.set(over.period().end().plusSeconds(60));
        activityDesk.close(team.admin(), over.id(), "清理了三个楼道和两处花坛，分拣纸箱四十公斤。", 60, "");
        clock.advance(Duration.ofDays(3));
        publicNotice.countDue();
        ActivityView noticed = fixture.published(team.id(), 10);
        signUp(noticed, done);
        check(team, noticed, Direction.IN, 3, done);
        check(team, noticed, Direction.OUT, 111, done);
        clock.set(noticed.period().end().plusSeconds(60));
        activityDesk.close(team.admin(), noticed.id(), "清理了三个楼道和两处花坛，分拣纸箱四十公斤。", 60, "");
        ActivityView running = fixture.published(team.id(), 10);
        for (VolunteerView v : List.of(here, done, missing)) {
            signUp(running, v);
        }
        check(team, running, Direction.IN, 5, here, done);
        check(team, running, Direction.OUT, 65, done);

        String organization = "/desk/organizations/" + Ids.text(team.id()) + "/records";
        String activity = "/desk/activities/" + Ids.text(running.id());
        RecordView effective = records.list(TeamFixture.actor(done), done.id(), RecordFilter.ALL, 1).items().stream()
                .filter(r -> r.state() == RecordState.EFFECTIVE)
                .findFirst()
                .orElseThrow();
        corrections.correct(
                team.admin(),
                effective.key(),
                new Period(
                        effective.served().start(), effective.served().start().plusSeconds(3600)),
                new Corrections.Grounds("提前一小时离开", "签到表有本人签名，领队当场记录"));
        List<String> failures = new ArrayList<>();
        walk(
                team.leader().contactAccountId(),
                "organizer",
                List.of(
                        activity + "/sign-ups",
                        activity + "/attendance",
                        activity + "/attendance/scan",
                        activity + "/attendance/code",
                        activity + "/records",
                        "/desk/records/" + Ids.text(done.id()) + "/" + Ids.text(effective.recordId()),
                        organization,
                        organization + "?by=PERSON",
                        organization + "?by=members",
                        "/desk/long-days"),
                failures);
        walk(
                done.contactAccountId(),
                "volunteer",
                List.of(
                        "/me/hours",
                        "/me/hours/explain?kind=CREDIT",
                        "/me/hours/" + Ids.text(effective.recordId()),
                        "/notice?activity=" + Ids.text(noticed.id()),
                        "/activities/" + Ids.text(noticed.id()),
                        "/me/sign-ups",
                        "/activities/" + Ids.text(running.id())),
                failures);
        walk(
                PeopleFixture.account("区社工部", PeopleFixture.at(Role.DISTRICT_OFFICE, "420102")),
                "office",
                List.of("/gov/records", "/gov/records?by=REGION", "/gov/records?from=2026-12-31&to=2026-01-01"),
                failures);
        assertThat(failures).isEmpty();
    }

    private void signUp(ActivityView activity, VolunteerView person) {
        signUps.apply(
                TeamFixture.actor(person),
                person.id(),
                activity.id(),
                activity.shifts().getFirst().id(),
                null,
                null);
    }

    private void check(Team team, ActivityView activity, Direction direction, int minute, VolunteerView... people) {
        clock.set(activity.period().start().plus(Duration.ofMinutes(minute)));
        Scanned code = new Scanned(desk.code(team.admin(), activity.id()).token(), false);
        for (VolunteerView v : people) {
            checkIns.scan(TeamFixture.actor(v), v.id(), activity.id(), code, direction, Phone.SILENT);
        }
    }

    private static void walk(long accountId, String who, List<String> paths, List<String> failures) {
        try (Visit visit = Browsers.openOnBothScreens("http://localhost:" + City.port())) {
            visit.as(accountId);
            for (boolean elder : new boolean[] {false, true}) {
                visit.language("zh").elder(elder);
                for (int i = 0; i < paths.size(); i++) {
                    look(visit, paths.get(i), "records-" + who + (elder ? "-elder-" : "-plain-") + i, failures);
                }
            }
        }
    }

    private static void look(Visit visit, String path, String picture, List<String> failures) {
        visit.takeFaults();
        int status = visit.go(path);
        visit.shoot(picture);
        try {
            assertThat(status).as(path).isEqualTo(200);
            visit.assertGood();
        } catch (AssertionError e) {
            failures.add(picture + " " + path + ": " + e.getMessage());
        }
    }
}
