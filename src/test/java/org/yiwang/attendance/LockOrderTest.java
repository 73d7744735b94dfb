package org.yiwang.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerView;

/** A person's open check-in is locked before the pair by everybody, so that nobody waits in a circle. */
@CityTest
class LockOrderTest {

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private SignUps signUps;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private AttendanceDesk desk;

    @Autowired
    private ForgottenCheckOuts forgotten;

    @Autowired
    private AttendanceStore store;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private Team team;
    private VolunteerView volunteer;
    private Actor person;
    private ActivityView activity;
    private PairView pair;

    /** Somebody who checked in, fifteen hours ago. */
    @BeforeEach
    void begin() {
        clock.reset();
        team = TeamFixture.team();
        volunteer = TeamFixture.volunteer("韩梅梅");
        person = TeamFixture.actor(volunteer);
        activity = fixture.published(team.id(), 10);
        signUps.apply(
                person,
                volunteer.id(),
                activity.id(),
                activity.shifts().getFirst().id(),
                null,
                null);
        Instant start = activity.period().start();
        clock.set(start);
        pair = checkIns.scan(
                person,
                volunteer.id(),
                activity.id(),
                new CheckIns.Scanned(desk.code(team.admin(), activity.id()).token(), false),
                Direction.IN,
                Phone.SILENT);
        clock.set(start.plus(Duration.ofHours(15)));
    }

    @Test
    void looking_after_what_was_forgotten_passes_over_somebody_who_checks_out_at_this_moment() throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            transaction.executeWithoutResult(_ -> {
                store.lockOpen(List.of(volunteer.id()));
                finishes(() -> other.submit(forgotten::lookAfter).get(20, TimeUnit.SECONDS));
                assertThat(state()).isEqualTo(PairView.State.OPEN);
            });
        }
        forgotten.lookAfter();
        assertThat(state()).isEqualTo(PairView.State.FORGOTTEN);
    }

    @Test
    void attesting_and_looking_after_wait_for_each_other_and_both_end() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var looked = pool.submit(forgotten::lookAfter);
            var attested = pool.submit(() -> desk.attestLeaving(
                    team.admin(),
                    activity.id(),
                    pair.pairId(),
                    activity.period().end(),
                    "在场属实"));
            looked.get(20, TimeUnit.SECONDS);
            assertThat(attested.get(20, TimeUnit.SECONDS).state()).isEqualTo(PairView.State.CLOSED);
        }
        assertThat(checkIns.unfinished(person, volunteer.id())).isEmpty();
        assertThat(transaction.<Object>execute(_ -> store.lockOpen(List.of(volunteer.id()))))
                .isEqualTo(java.util.Map.of());
    }

    private PairView.State state() {
        return checkIns.unfinished(person, volunteer.id()).getFirst().state();
    }

    private static void finishes(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            throw new AssertionError("waits for the lock", e);
        }
    }

    private interface Step {
        void run() throws Exception;
    }
}
