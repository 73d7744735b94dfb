package org.yiwang.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.Recruitment;
import org.yiwang.activity.ShiftMove;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Role;
import org.yiwang.signup.SignUpView.State;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

@CityTest
class SignUpsTest {

    @Autowired
    private SignUps signUps;

    @Autowired
    private SignUpDesk desk;

    @Autowired
    private ActivityFixture activities;

    @Autowired
    private ActivityDesk activityDesk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private TeamFixture.Team team;

    @BeforeEach
    void start() {
        clock.reset();
        team = TeamFixture.team();
    }

    private SignUpView apply(VolunteerView person, ActivityView activity) {
        return signUps.apply(
                actor(person),
                person.id(),
                activity.id(),
                activity.shifts().getFirst().id(),
                null,
                null);
    }

    private static Actor actor(VolunteerView person) {
        return PeopleFixture.actor(person.contactAccountId());
    }

    private State state(VolunteerView person, ActivityView activity) {
        return signUps.find(activity.id(), activity.shifts().getFirst().id(), person.id())
                .orElseThrow()
                .state();
    }

    private int notices(VolunteerView person, String key) {
        return jdbc.sql("select count(*) from notification_inbox where account_id = :account and key = :key")
                .param("account", person.contactAccountId())
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    @Test
    void promotes_the_first_who_waits_when_a_place_is_given_up_and_tells_them() {
        ActivityView activity = activities.published(team.id(), 1);
        VolunteerView first = VolunteerFixture.adult("甲");
        VolunteerView second = VolunteerFixture.adult("乙");
        VolunteerView third = VolunteerFixture.adult("丙");
        assertThat(apply(first, activity).state()).isEqualTo(State.ACCEPTED);
        assertThat(apply(second, activity).position()).isEqualTo(1);
        assertThat(apply(third, activity).position()).isEqualTo(2);

        signUps.withdraw(
                actor(first),
                first.id(),
                activity.id(),
                activity.shifts().getFirst().id());

        assertThat(state(first, activity)).isEqualTo(State.WITHDRAWN);
        assertThat(state(second, activity)).isEqualTo(State.ACCEPTED);
        assertThat(signUps.find(activity.id(), activity.shifts().getFirst().id(), third.id())
                        .orElseThrow()
                        .position())
                .isEqualTo(1);
        assertThat(notices(second, "notice.signup.promoted")).isEqualTo(1);
        assertThat(signUps.mine(second.id()).getFirst().offered()).isTrue();

        signUps.withdraw(
                actor(second),
                second.id(),
                activity.id(),
                activity.shifts().getFirst().id());
        assertThat(state(third, activity)).isEqualTo(State.ACCEPTED);
        signUps.keep(
                actor(third),
                third.id(),
                activity.id(),
                activity.shifts().getFirst().id());
        assertThat(signUps.mine(third.id()).getFirst().offered()).isFalse();
        assertThat(signUps.places(activity.id())
                        .get(activity.shifts().getFirst().id()))
                .isEqualTo(new ShiftPlaces(activity.shifts().getFirst().id(), 1, 1, 0));
    }

    @Test
    void passes_over_somebody_who_has_another_place_at_that_time_and_comes_back_when_it_is_given_up() {
        ActivityView wanted = activities.published(team.id(), 1);
        ActivityView other = activities.published(team.id(), 5);
        VolunteerView holder = VolunteerFixture.adult("甲");
        VolunteerView busy = VolunteerFixture.adult("乙");
        apply(holder, wanted);
        apply(busy, wanted);
        apply(busy, other);
        long wantedShift = wanted.shifts().getFirst().id();

        signUps.withdraw(actor(holder), holder.id(), wanted.id(), wantedShift);
        assertThat(state(busy, wanted)).isEqualTo(State.WAITING);

        signUps.withdraw(
                actor(busy), busy.id(), other.id(), other.shifts().getFirst().id());
        eventually(() -> assertThat(state(busy, wanted)).isEqualTo(State.ACCEPTED));
    }

    @Test
    void waits_for_the_organizer_where_sign_ups_are_reviewed() {
        ActivityView activity = activities.published(
                activities
                        .draft(team.id())
                        .with(new Recruitment(null, null, RecruitScope.PUBLIC, null, List.of(), true)),
                ActivityFixture.post(Conditions.NONE, activities.shift(Duration.ofDays(1), 120, 1)));
        VolunteerView one = VolunteerFixture.adult("甲");
        VolunteerView two = VolunteerFixture.adult("乙");
        VolunteerView three = VolunteerFixture.adult("丙");
        long first = apply(one, activity).id();
        long second = apply(two, activity).id();
        long third = apply(three, activity).id();
        assertThat(state(one, activity)).isEqualTo(State.APPLIED);

        refused("access.out-of-scope", () -> desk.accept(TeamFixture.team().admin(), activity.id(), first));
        assertThat(desk.accept(team.admin(), activity.id(), second).state()).isEqualTo(State.ACCEPTED);
        assertThat(desk.accept(team.admin(), activity.id(), second).state()).isEqualTo(State.ACCEPTED);
        SignUpView queued = desk.accept(team.admin(), activity.id(), first);
        assertThat(queued.state()).isEqualTo(State.WAITING);
        assertThat(queued.position()).isEqualTo(1);
        desk.refuse(team.admin(), activity.id(), third, "名额给首次参加的人");
        assertThat(state(three, activity)).isEqualTo(State.REFUSED);
        assertThat(notices(three, "notice.signup.refused")).isEqualTo(1);
        assertThat(notices(two, "notice.signup.accepted")).isEqualTo(1);
    }

    @Test
    void an_invitation_is_accepted_only_by_the_person() {
        ActivityView activity = activities.published(
                activities
                        .draft(team.id())
                        .with(new Recruitment(null, null, RecruitScope.PRIVATE, null, List.of(), false)),
                ActivityFixture.post(Conditions.NONE, activities.shift(Duration.ofDays(1), 120, 2)));
        long shift = activity.shifts().getFirst().id();
        VolunteerView invited = VolunteerFixture.adult("甲");
        VolunteerView stranger = VolunteerFixture.adult("乙");
        refused("signup.not-invited", () -> apply(stranger, activity));
        refused("signup.unknown-number", () -> desk.invite(team.admin(), activity.id(), shift, "0000", null));
        desk.invite(team.admin(), activity.id(), shift, invited.number(), "请来帮忙");
        refused("signup.already", () -> desk.invite(team.admin(), activity.id(), shift, invited.number(), null));
        refused(
                "volunteer.not-yours",
                () -> signUps.answerInvitation(actor(stranger), invited.id(), activity.id(), shift, true));
        assertThat(signUps.mine(invited.id()).getFirst().words()).isEqualTo("请来帮忙");
        assertThat(apply(invited, activity).state()).isEqualTo(State.ACCEPTED);

        desk.invite(team.admin(), activity.id(), shift, stranger.number(), null);
        assertThat(signUps.answerInvitation(actor(stranger), stranger.id(), activity.id(), shift, false)
                        .state())
                .isEqualTo(State.WITHDRAWN);
    }

    @Test
    void tells_an_organizer_nothing_about_somebody_merely_invited() {
        ActivityView asking = activities.published(
                activities.draft(team.id()),
                ActivityFixture.post(
                        new Conditions(90, 99, Set.of(), 0, Set.of()), activities.shift(Duration.ofDays(1), 120, 2)));
        ActivityView activity = activities.published(
                activities.draft(team.id()),
                ActivityFixture.post(Conditions.NONE, activities.shift(Duration.ofDays(3), 120, 2)));
        long shift = activity.shifts().getFirst().id();
        VolunteerView person = VolunteerFixture.adult("欧阳甲乙");
        refused(
                "signup.cannot-be-invited",
                () -> desk.invite(
                        team.admin(), asking.id(), asking.shifts().getFirst().id(), person.number(), null));
        desk.invite(team.admin(), activity.id(), shift, person.number(), null);
        assertThat(names(activity)).containsExactly("欧***");
        signUps.answerInvitation(actor(person), person.id(), activity.id(), shift, true);
        assertThat(names(activity)).containsExactly("欧阳甲乙");
    }

    private List<String> names(ActivityView activity) {
        return desk.rosters(team.admin(), activity.id()).stream()
                .flatMap(r -> r.entries().stream())
                .map(SignUpDesk.Entry::name)
                .toList();
    }

    @Test
    void invites_so_many_a_day() {
        ActivityView activity = activities.published(
                activities.draft(team.id()),
                ActivityFixture.post(Conditions.NONE, activities.shift(Duration.ofDays(3), 120, 2)));
        long shift = activity.shifts().getFirst().id();
        VolunteerView person = VolunteerFixture.adult("甲");
        for (int i = 0; i < 50; i++) {
            desk.invite(team.admin(), activity.id(), shift, person.number(), null);
            signUps.answerInvitation(actor(person), person.id(), activity.id(), shift, false);
        }
        refused(
                "signup.invitation-limit",
                () -> desk.invite(team.admin(), activity.id(), shift, person.number(), null));
        clock.advance(Duration.ofDays(1));
        desk.invite(team.admin(), activity.id(), shift, person.number(), null);
        for (int i = 1; i < 150; i++) {
            refused("signup.unknown-number", () -> desk.invite(team.admin(), activity.id(), shift, "0000", null));
        }
        refused("signup.invitation-limit", () -> desk.invite(team.admin(), activity.id(), shift, "0000", null));
    }

    @Test
    void checks_pass_code_age_risk_and_guardian() {
        ActivityView closed = activities.published(
                activities
                        .draft(team.id())
                        .with(new Recruitment(null, null, RecruitScope.PASS_CODE, "hua7", List.of(), false)),
                ActivityFixture.post(Conditions.NONE, activities.shift(Duration.ofDays(1), 120, 5)));
        VolunteerView person = VolunteerFixture.adult("甲");
        long shift = closed.shifts().getFirst().id();
        refused("signup.pass-code", () -> apply(person, closed));
        refused("signup.pass-code", () -> signUps.apply(actor(person), person.id(), closed.id(), shift, "wrong", null));
        assertThat(signUps.apply(actor(person), person.id(), closed.id(), shift, "HUA7", null)
                        .state())
                .isEqualTo(State.ACCEPTED);

        ActivityView open = activities.published(team.id(), 5);
        VolunteerView child = VolunteerFixture.ward(actor(person), "小明", LocalDate.of(2016, 5, 5));
        assertThat(signUps.apply(
                                actor(person),
                                child.id(),
                                open.id(),
                                open.shifts().getFirst().id(),
                                null,
                                null)
                        .state())
                .isEqualTo(State.ACCEPTED);
        VolunteerView stranger = VolunteerFixture.adult("乙");
        refused(
                "signup.not-yours",
                () -> signUps.apply(
                        actor(stranger),
                        child.id(),
                        open.id(),
                        open.shifts().getFirst().id(),
                        null,
                        null));

        ActivityView adults = activities.published(
                activities.draft(team.id()),
                ActivityFixture.post(
                        new Conditions(18, 60, Set.of(), 0, Set.of()), activities.shift(Duration.ofDays(3), 120, 5)));
        refused(
                "signup.condition-age",
                () -> signUps.apply(
                        actor(person),
                        child.id(),
                        adults.id(),
                        adults.shifts().getFirst().id(),
                        null,
                        null));
        ActivityView hours = activities.published(
                activities.draft(team.id()),
                ActivityFixture.post(
                        new Conditions(null, null, Set.of(), 600, Set.of()),
                        activities.shift(Duration.ofDays(5), 120, 5)));
        refused("signup.condition-hours", () -> apply(person, hours));
    }

    @Test
    void names_the_other_shift_when_two_overlap() {
        ActivityView one = activities.published(team.id(), 5);
        ActivityView two = activities.published(team.id(), 5);
        VolunteerView person = VolunteerFixture.adult("甲");
        apply(person, one);
        assertThatThrownBy(() -> apply(person, two)).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.problem().code()).isEqualTo("signup.overlap");
            assertThat(r.args().getFirst()).isEqualTo(one.title());
        });
    }

    @Test
    void follows_the_activity_when_it_is_moved_called_off_or_given_more_places() {
        ActivityView activity = activities.published(team.id(), 1);
        ActivityView other = activities.published(team.id(), activities.shift(Duration.ofDays(2), 120, 5));
        long shift = activity.shifts().getFirst().id();
        VolunteerView first = VolunteerFixture.adult("甲");
        VolunteerView second = VolunteerFixture.adult("乙");
        apply(first, activity);
        apply(second, activity);
        apply(first, other);

        activityDesk.changeCapacity(Actor.SYSTEM, activity.id(), shift, 2);
        assertThat(state(second, activity)).isEqualTo(State.ACCEPTED);
        refused(
                "signup.capacity-below-taken",
                () -> activityDesk.changeCapacity(Actor.SYSTEM, activity.id(), shift, 1));

        Period there = other.shifts().getFirst().period();
        activityDesk.postpone(Actor.SYSTEM, activity.id(), List.of(new ShiftMove(shift, there)), "下雨");
        assertThat(state(first, activity)).isEqualTo(State.WITHDRAWN);
        assertThat(notices(first, "notice.signup.moved-away")).isEqualTo(1);
        assertThat(state(second, activity)).isEqualTo(State.ACCEPTED);
        assertThat(signUps.mine(second.id()).getFirst().period()).isEqualTo(there);
        eventually(() -> assertThat(notices(second, "notice.signup.moved")).isEqualTo(1));

        activityDesk.cancel(Actor.SYSTEM, activity.id(), "场地不能用");
        assertThat(state(second, activity)).isEqualTo(State.CANCELLED);
        assertThat(signUps.mine(second.id())).isEmpty();
        eventually(() -> assertThat(notices(second, "notice.signup.called-off")).isEqualTo(1));
        refused("signup.closed", () -> apply(VolunteerFixture.adult("丙"), activity));
    }

    @Test
    void notes_who_did_not_come_only_once_the_shift_has_begun_and_tells_leaders_of_late_withdrawals() {
        ActivityView activity = activities.published(team.id(), activities.shift(Duration.ofHours(30), 120, 5));
        long shift = activity.shifts().getFirst().id();
        VolunteerView person = VolunteerFixture.adult("甲");
        VolunteerView late = VolunteerFixture.adult("乙");
        long signUp = apply(person, activity).id();
        apply(late, activity);
        clock.advance(Duration.ofHours(20));
        signUps.withdraw(actor(late), late.id(), activity.id(), shift);
        assertThat(jdbc.sql(
                                "select count(*) from notification_inbox where account_id = :a and key = 'notice.signup.withdrawn-late'")
                        .param("a", team.admin().accountId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        refused("signup.shift-not-begun", () -> desk.noShow(team.admin(), activity.id(), signUp));
        clock.advance(Duration.ofHours(10));
        refused("signup.shift-begun", () -> signUps.withdraw(actor(person), person.id(), activity.id(), shift));
        refused("signup.closed", () -> apply(VolunteerFixture.adult("丙"), activity));
        desk.noShow(team.admin(), activity.id(), signUp);
        assertThat(state(person, activity)).isEqualTo(State.NO_SHOW);
        assertThat(signUps.accepted(activity.id())).isEmpty();
        desk.cameAfterAll(team.admin(), activity.id(), signUp);
        assertThat(signUps.accepted(activity.id())).hasSize(1);
    }

    @Test
    void lists_the_activity_as_full_and_free_again() {
        ActivityView activity = activities.published(team.id(), 1);
        VolunteerView person = VolunteerFixture.adult("甲");
        apply(person, activity);
        eventually(() -> assertThat(hasFree(activity)).isFalse());
        signUps.withdraw(
                actor(person),
                person.id(),
                activity.id(),
                activity.shifts().getFirst().id());
        eventually(() -> assertThat(hasFree(activity)).isTrue());
    }

    @Test
    void only_an_office_or_leader_of_the_place_sees_the_roster() {
        ActivityView activity = activities.published(team.id(), 3);
        apply(VolunteerFixture.adult("甲"), activity);
        assertThat(desk.rosters(team.admin(), activity.id()).getFirst().in(State.ACCEPTED))
                .hasSize(1);
        Actor elsewhere = PeopleFixture.staff(Role.STREET_OFFICE, "420106001");
        refused("access.out-of-scope", () -> desk.rosters(elsewhere, activity.id()));
    }

    private boolean hasFree(ActivityView activity) {
        return jdbc.sql("select has_free from activity where activity_id = :id")
                .param("id", activity.id())
                .query(Boolean.class)
                .single();
    }

    /** What is done after the commit is done soon. */
    private static void eventually(Runnable check) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }
}
