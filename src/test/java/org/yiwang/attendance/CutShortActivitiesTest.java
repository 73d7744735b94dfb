package org.yiwang.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityCorrections;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.RecordFilter;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerView;

/** What was served stays when an activity ends early, and nobody who has checked in loses the shift. */
@CityTest
class CutShortActivitiesTest {

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private Activities activities;

    @Autowired
    private ActivityDesk activityDesk;

    @Autowired
    private ActivityCorrections corrections;

    @Autowired
    private SignUps signUps;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private AttendanceDesk desk;

    @Autowired
    private Records records;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void begin() {
        clock.reset();
    }

    private VolunteerView signedUp(String name, ActivityView activity, ShiftView shift) {
        VolunteerView person = TeamFixture.volunteer(name);
        signUps.apply(TeamFixture.actor(person), person.id(), activity.id(), shift.id(), null, null);
        return person;
    }

    private void check(VolunteerView person, TeamFixture.Team team, ActivityView activity, Direction direction) {
        String digits = desk.code(team.admin(), activity.id()).digits();
        checkIns.type(TeamFixture.actor(person), person.id(), digits, direction, Phone.SILENT);
    }

    @Test
    void keeps_what_was_served_and_refuses_to_call_off_a_shift_with_somebody_there() {
        TeamFixture.Team team = TeamFixture.team();
        ActivityView activity = fixture.published(
                team.id(), fixture.shift(Duration.ofHours(1), 60, 5), fixture.shift(Duration.ofHours(2), 120, 5));
        ShiftView first = activity.shifts().getFirst();
        ShiftView second = activity.shifts().getLast();
        VolunteerView served = signedUp("韩梅梅", activity, first);
        VolunteerView early = signedUp("李雷", activity, second);

        clock.set(first.period().start());
        check(served, team, activity, Direction.IN);
        clock.set(first.period().start().plus(Duration.ofMinutes(40)));
        check(served, team, activity, Direction.OUT);
        check(early, team, activity, Direction.IN);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> corrections.cutShort(team.admin(), activity.id(), null, "雷雨"))
                .satisfies(r -> assertThat(r.problem()).isEqualTo(AttendanceProblem.ARRIVED_ALREADY));
        assertThat(activities.get(activity.id()).shifts()).hasSize(2);

        Instant until = second.period().start().plus(Duration.ofMinutes(20));
        corrections.cutShort(team.admin(), activity.id(), until, "雷雨");
        assertThat(checkIns.unfinished(TeamFixture.actor(early), early.id()))
                .singleElement()
                .satisfies(pair -> assertThat(pair.shiftEnd()).isEqualTo(until));
        clock.set(until);
        check(early, team, activity, Direction.OUT);
        activityDesk.close(team.admin(), activity.id(), "雷雨提前收工，清理了两个楼道，垃圾已经清运。", 10, "");

        assertThat(only(served).serviceMinutes()).isEqualTo(40);
        // 20 minutes of the shift and the 15 before it that are tolerated.
        assertThat(only(early).serviceMinutes()).isEqualTo(35);
        assertThat(only(early).state()).isEqualTo(RecordState.NOTICE);
    }

    private RecordView only(VolunteerView person) {
        return records.list(TeamFixture.actor(person), person.id(), RecordFilter.ALL, 1)
                .items()
                .getFirst();
    }
}
