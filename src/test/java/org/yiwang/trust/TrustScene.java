package org.yiwang.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.yiwang.record.RecordFilter;
import org.yiwang.record.RecordKey;
import org.yiwang.record.Records;
import org.yiwang.record.Sealing;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerView;

/** An activity in October with three people who scanned at the place and one who was ticked; closed, counted and sealed. */
final class TrustScene {

    private static final Instant OCTOBER = Instant.parse("2026-10-10T01:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-21T02:00:00Z");

    final Team team;
    final ActivityView activity;
    final List<VolunteerView> scanned = new ArrayList<>();
    final VolunteerView ticked;

    TrustScene() {
        this(new RegionCode(TeamFixture.COMMUNITY));
    }

    TrustScene(RegionCode place) {
        TestClock clock = City.bean(TestClock.class);
        clock.set(OCTOBER);
        team = TeamFixture.team(place);
        activity = City.bean(ActivityFixture.class).published(team.id(), 10);
        for (String name : List.of("李雷", "韩梅梅", "𠮷田")) {
            scanned.add(signedUp(name));
        }
        ticked = signedUp("老陈");
        check(clock, Direction.IN, 3);
        check(clock, Direction.OUT, 115);
        clock.set(activity.period().end().plusSeconds(60));
        City.bean(ActivityDesk.class).close(team.admin(), activity.id(), "清理了三个楼道和两处花坛，分拣纸箱四十公斤。", 60, "");
        clock.advance(Duration.ofDays(4));
        City.bean(PublicNotice.class).countDue();
        clock.set(NOVEMBER.minus(Duration.ofHours(1)));
        City.bean(Sealing.class).seal();
        clock.set(NOVEMBER);
        City.bean(TrustGrades.class).gradeDue();
    }

    RecordKey record(VolunteerView person) {
        return City.bean(Records.class)
                .list(TeamFixture.actor(person), person.id(), RecordFilter.ALL, 1)
                .items()
                .getFirst()
                .key();
    }

    private VolunteerView signedUp(String name) {
        VolunteerView person = TeamFixture.volunteer(name);
        City.bean(SignUps.class)
                .apply(
                        TeamFixture.actor(person),
                        person.id(),
                        activity.id(),
                        activity.shifts().getFirst().id(),
                        null,
                        null);
        return person;
    }

    private void check(TestClock clock, Direction direction, int minute) {
        AttendanceDesk desk = City.bean(AttendanceDesk.class);
        clock.set(activity.period().start().plus(Duration.ofMinutes(minute)));
        for (VolunteerView person : scanned) {
            clock.advance(Duration.ofSeconds(25));
            Phone phone = new Phone(30.6321, 114.2987, "phone-of-" + person.id(), null);
            City.bean(CheckIns.class)
                    .scan(
                            TeamFixture.actor(person),
                            person.id(),
                            activity.id(),
                            new Scanned(desk.code(team.admin(), activity.id()).token(), false),
                            direction,
                            phone);
        }
        desk.tick(team.admin(), activity.id(), ticked.id(), direction, "没有手机");
    }
}
