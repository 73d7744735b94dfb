package org.yiwang.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.yiwang.account.Grants;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/**
 * A team with two who lead it, and an activity that was over an hour ago, in which somebody who was signed up has no
 * check-in.
 *
 * @param team the team
 * @param second its captain, beside the administrator
 * @param volunteer signed up in time
 * @param activity published nine days before
 */
record EntryFixture(Team team, VolunteerView second, VolunteerView volunteer, ActivityView activity) {

    static EntryFixture begin() {
        TestClock clock = City.bean(TestClock.class);
        clock.reset();
        Team team = TeamFixture.team();
        VolunteerView second = VolunteerFixture.adult("周副队");
        lead(second, team.id());
        VolunteerView volunteer = VolunteerFixture.adult("李雷");
        ActivityFixture activities = City.bean(ActivityFixture.class);
        ActivityView activity = activities.published(team.id(), activities.shift(Duration.ofDays(9), 300, 20));
        signUp(volunteer, activity);
        clock.set(activity.period().end().plus(Duration.ofHours(1)));
        return new EntryFixture(team, second, volunteer, activity);
    }

    static void lead(VolunteerView person, long organizationId) {
        City.bean(Grants.class)
                .give(
                        Actor.SYSTEM,
                        person.contactAccountId(),
                        Role.CAPTAIN,
                        new Scope.InOrganization(organizationId),
                        "test");
    }

    static void signUp(VolunteerView person, ActivityView activity) {
        City.bean(SignUps.class)
                .apply(
                        VolunteerFixture.actor(person),
                        person.id(),
                        activity.id(),
                        activity.shifts().getFirst().id(),
                        null,
                        null);
    }

    Actor admin() {
        return team.admin();
    }

    Actor secondActor() {
        return VolunteerFixture.actor(second);
    }

    static Actor district() {
        return PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
    }

    EntryDraft draft(EntryKind kind, VolunteerView... people) {
        return draft(activity, kind, people);
    }

    /** The first two hours of the activity's first shift. */
    static EntryDraft draft(ActivityView of, EntryKind kind, VolunteerView... people) {
        return draft(of, kind, Duration.ofHours(2), people);
    }

    static EntryDraft draft(ActivityView of, EntryKind kind, Duration served, VolunteerView... people) {
        Instant start = of.shifts().getFirst().period().start();
        Period period = new Period(start, start.plus(served));
        return new EntryDraft(
                of.id(),
                of.shifts().getFirst().id(),
                kind,
                Arrays.stream(people)
                        .map(p -> new EntryDraft.Served(p.id(), period))
                        .toList(),
                "现场没有信号，扫码打不开",
                "现场签名表，队长在场");
    }

    long entered(VolunteerView... people) {
        return City.bean(EntryDesk.class).enter(admin(), draft(EntryKind.MANUAL, people), new byte[0]);
    }

    void confirm(long sheet, VolunteerView person) {
        EntryDesk desk = City.bean(EntryDesk.class);
        String proof = desk.get(secondActor(), activity.id(), sheet).proofHash();
        if (proof != null) {
            desk.proof(secondActor(), activity.id(), sheet);
        }
        desk.confirm(secondActor(), activity.id(), sheet, Set.of(person.id()), proof);
    }

    EntryLine line(long sheet, VolunteerView person) {
        return City.bean(EntryDesk.class).get(admin(), activity.id(), sheet).lines().stream()
                .filter(line -> line.volunteerId() == person.id())
                .findFirst()
                .orElseThrow();
    }
}
