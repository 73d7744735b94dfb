package org.yiwang.teamstar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.CheckIns;
import org.yiwang.attendance.CheckIns.Scanned;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.Phone;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.PublicNotice;
import org.yiwang.region.Regions;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.trust.TrustGrades;
import org.yiwang.volunteer.VolunteerView;

/** Teams with a year of service behind them, made by the same commands that people use. */
final class RatedTeam {

    private RatedTeam() {}

    /** A street of a district of which no other test has teams, by its place from the end. */
    static RegionCode street(int fromTheEnd) {
        var streets = City.bean(Regions.class).children(new RegionCode("420117"));
        return streets.get(streets.size() - fromTheEnd).code();
    }

    /** A team with its seat in the street, approved that day. */
    static Team team(RegionCode street, LocalDate day) {
        at(day, 8);
        return TeamFixture.team(
                City.bean(Regions.class).children(street).getFirst().code());
    }

    /** Somebody who serves. */
    static VolunteerView person(String name) {
        return VolunteerFixture.adult(name);
    }

    /** An activity of two hours that day, in which the people served, on record the next day and counting a week later. */
    static ActivityView held(Team team, LocalDate day, List<VolunteerView> people) {
        at(day.minusDays(1), 10);
        ActivityView activity = City.bean(ActivityFixture.class).published(team.id(), 20);
        City.bean(TestClock.class).advance(Duration.ofMinutes(1));
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
        check(team, activity, Direction.IN, 0, people);
        check(team, activity, Direction.OUT, 120, people);
        at(day.plusDays(1), 10);
        City.bean(ActivityDesk.class).close(team.admin(), activity.id(), "清理了三个楼道和两处花坛，分拣纸箱四十公斤。", people.size(), "");
        at(day.plusDays(8), 10);
        City.bean(PublicNotice.class).countDue();
        City.bean(TrustGrades.class).gradeDue();
        return activity;
    }

    private static void check(
            Team team, ActivityView activity, Direction direction, int minute, List<VolunteerView> people) {
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

    /** The clock stands at that hour of the day. */
    static void at(LocalDate day, int hour) {
        TestClock clock = City.bean(TestClock.class);
        Instant moment =
                day.atTime(LocalTime.of(hour, 0)).atZone(clock.getZone()).toInstant();
        clock.set(moment);
    }
}
