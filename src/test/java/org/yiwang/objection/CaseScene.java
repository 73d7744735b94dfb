package org.yiwang.objection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.CheckIns;
import org.yiwang.attendance.CheckIns.Scanned;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.Phone;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordView;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.Registration;
import org.yiwang.volunteer.VolunteerView;

/**
 * Somebody has served 60 of 120 minutes; the record is on public notice.
 *
 * @param team who recorded
 * @param document number of the person's document
 * @param person the volunteer
 * @param activity the closed activity
 */
record CaseScene(Team team, String document, VolunteerView person, ActivityView activity) {

    static CaseScene begin(Instant start) {
        TestClock clock = City.bean(TestClock.class);
        clock.set(start);
        Team team = TeamFixture.team();
        String document = TeamFixture.idNumber(LocalDate.of(1991, 2, 3));
        VolunteerView person = City.bean(Registration.class)
                .open(
                        PeopleFixture.newMobile(),
                        PeopleFixture.PASSWORD,
                        Registrant.adult("韩梅梅", document, new RegionCode(TeamFixture.COMMUNITY)));
        ActivityView activity = City.bean(ActivityFixture.class).published(team.id(), 10);
        CaseScene scene = new CaseScene(team, document, person, activity);
        City.bean(SignUps.class)
                .apply(
                        scene.self(),
                        person.id(),
                        activity.id(),
                        activity.shifts().getFirst().id(),
                        null,
                        null);
        scene.check(Direction.IN, 0);
        scene.check(Direction.OUT, 60);
        clock.set(activity.period().end().plusSeconds(60));
        City.bean(ActivityDesk.class).close(team.admin(), activity.id(), "清理了三个楼道和两处花坛，分拣纸箱四十公斤。", 60, "");
        return scene;
    }

    Actor self() {
        return TeamFixture.actor(person);
    }

    /** The records of the person that count or may come to count. */
    List<RecordView> live() {
        return City.bean(RecordCases.class).ofVolunteer(person.id());
    }

    /** The first minutes of the shift. */
    Period minutes(int minutes) {
        Instant start = activity.shifts().getFirst().period().start();
        return new Period(start, start.plus(Duration.ofMinutes(minutes)));
    }

    private void check(Direction direction, int minute) {
        City.bean(TestClock.class).set(activity.period().start().plus(Duration.ofMinutes(minute)));
        Scanned code = new Scanned(
                City.bean(AttendanceDesk.class)
                        .code(team.admin(), activity.id())
                        .token(),
                false);
        City.bean(CheckIns.class).scan(self(), person.id(), activity.id(), code, direction, Phone.SILENT);
    }
}
