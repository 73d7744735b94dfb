package org.yiwang.dossier;

import java.time.Duration;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.CheckIns;
import org.yiwang.attendance.CheckIns.Scanned;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.Phone;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** Activities in which people really served. */
public final class Served {

    private Served() {}

    /** An activity of the team in which the people served two hours, closed by its leader; the clock stands after it. */
    public static ActivityView closed(Team team, VolunteerView... people) {
        ActivityView activity = open(team, people);
        City.bean(ActivityDesk.class).close(team.admin(), activity.id(), "清理了三个楼道和两处花坛，分拣纸箱四十公斤。", people.length, "");
        return activity;
    }

    /** The same, not closed yet. */
    public static ActivityView open(Team team, VolunteerView... people) {
        TestClock clock = City.bean(TestClock.class);
        ActivityView activity = City.bean(ActivityFixture.class).published(team.id(), 20);
        for (VolunteerView person : people) {
            City.bean(SignUps.class)
                    .apply(
                            VolunteerFixture.actor(person),
                            person.id(),
                            activity.id(),
                            activity.shifts().getFirst().id(),
                            null,
                            null);
        }
        check(team, activity, Direction.IN, 2, people);
        check(team, activity, Direction.OUT, 119, people);
        clock.set(activity.period().end().plusSeconds(60));
        return activity;
    }

    private static void check(
            Team team, ActivityView activity, Direction direction, int minute, VolunteerView... people) {
        City.bean(TestClock.class).set(activity.period().start().plus(Duration.ofMinutes(minute)));
        Scanned code = new Scanned(
                City.bean(AttendanceDesk.class)
                        .code(team.admin(), activity.id())
                        .token(),
                false);
        for (VolunteerView person : people) {
            City.bean(CheckIns.class)
                    .scan(TeamFixture.actor(person), person.id(), activity.id(), code, direction, Phone.SILENT);
        }
    }
}
