package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.account.Accounts;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityDraft;
import org.yiwang.activity.ActivityDrafts;
import org.yiwang.activity.ActivityReview;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.Place;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.Contact;
import org.yiwang.activity.PostDraft;
import org.yiwang.activity.PostPlan;
import org.yiwang.activity.Recruitment;
import org.yiwang.activity.Risk;
import org.yiwang.activity.ShiftDraft;
import org.yiwang.activity.Terms;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.CheckIns;
import org.yiwang.attendance.CheckIns.Scanned;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.Phone;
import org.yiwang.demo.Town.Team;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;

/**
 * Lets the demo city live three months and looks three weeks ahead: publishing, signing up, checking in and out,
 * closing, each at its own moment and by the same command that people use.
 */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoActivities {

    private static final Logger log = LoggerFactory.getLogger(DemoActivities.class);
    private static final int DAYS_BACK = 90;
    private static final int DAYS_AHEAD = 20;

    private final DemoClock clock;
    private final Accounts accounts;
    private final ActivityDrafts drafts;
    private final ActivityDesk desk;
    private final ActivityReview review;
    private final Activities activities;
    private final SignUps signUps;
    private final CheckIns checkIns;
    private final AttendanceDesk attendance;
    private final Random random = new Random(67);

    DemoActivities(
            DemoClock clock,
            Accounts accounts,
            ActivityDrafts drafts,
            ActivityDesk desk,
            ActivityReview review,
            Activities activities,
            SignUps signUps,
            CheckIns checkIns,
            AttendanceDesk attendance) {
        this.clock = clock;
        this.accounts = accounts;
        this.drafts = drafts;
        this.desk = desk;
        this.review = review;
        this.activities = activities;
        this.signUps = signUps;
        this.checkIns = checkIns;
        this.attendance = attendance;
    }

    void live(Town town, Instant now, int howMany) {
        int past = howMany * 3 / 4;
        int coming = howMany - past;
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        for (int i = 0; i < past; i++) {
            int daysAgo = DAYS_BACK - i * (DAYS_BACK - 1) / past;
            Team team = i % 9 == 0
                    ? town.teams().getFirst()
                    : town.teams().get(i % town.teams().size());
            past(town, team, today.minusDays(daysAgo), daysAgo);
            if (i % 100 == 99) {
                log.info("{} of {} activities", i + 1, howMany);
            }
        }
        if (howMany > 0) {
            running(town, now);
        }
        for (int i = 1; i < coming; i++) {
            Team team = i % 6 == 0
                    ? town.teams().getFirst()
                    : town.teams().get(i % town.teams().size());
            coming(town, team, today.plusDays(1 + i * DAYS_AHEAD / coming), now, i);
        }
        log.info("{} activities", howMany);
    }

    private void past(Town town, Team team, LocalDate day, int daysAgo) {
        Period shift = shift(day, 9 + random.nextInt(6), 2 + random.nextInt(2));
        clock.set(shift.start().minus(Duration.ofDays(4)));
        int capacity = 6 + random.nextInt(10);
        long id = publish(team, shift, capacity, town.office());
        clock.set(shift.start().minus(Duration.ofDays(2)));
        List<VolunteerView> came = signUp(town, id, capacity - random.nextInt(3), team);
        clock.set(shift.start().minus(Duration.ofMinutes(random.nextInt(10))));
        check(team, id, came, Direction.IN);
        clock.set(shift.end().plus(Duration.ofMinutes(random.nextInt(8))));
        boolean forgets = random.nextInt(12) == 0;
        check(team, id, forgets ? came.subList(0, came.size() - 1) : came, Direction.OUT);
        // Some have not been put on record yet, and one or two organizers are late with it.
        boolean open = daysAgo <= 4 || random.nextInt(60) == 0;
        if (!open) {
            clock.set(shift.end().plus(Duration.ofHours(20)));
            desk.close(team.admin(), id, team.story().summary(), 20 + random.nextInt(100), "");
        }
    }

    /** One that is going on while the first visitor looks: the first volunteer has a place and can check in. */
    private void running(Town town, Instant now) {
        Team team = town.teams().getFirst();
        Instant start = now.minus(Duration.ofMinutes(30));
        Period shift = new Period(start, start.plus(Duration.ofHours(4)));
        clock.set(now.minus(Duration.ofDays(3)));
        long id = publish(team, shift, 12, town.office());
        clock.set(now.minus(Duration.ofDays(2)));
        List<VolunteerView> people = signUp(town, id, 8, team);
        VolunteerView first = town.volunteers().getFirst();
        signUps.apply(
                actor(first),
                first.id(),
                id,
                activities.get(id).shifts().getFirst().id(),
                null,
                null);
        clock.set(now.minus(Duration.ofMinutes(28)));
        check(team, id, people.subList(0, 4), Direction.IN);
    }

    private void coming(Town town, Team team, LocalDate day, Instant now, int number) {
        Period shift = shift(day, 8 + random.nextInt(8), 2 + random.nextInt(2));
        clock.set(now.minus(Duration.ofDays(2)));
        int capacity = number % 7 == 0 ? 2 : 6 + random.nextInt(12);
        if (number % 23 == 5) {
            create(team, shift, capacity);
            return;
        }
        if (number % 19 == 6) {
            desk.publish(team.admin(), create(team, shift, capacity));
            return;
        }
        long id = publish(team, shift, capacity, town.office());
        clock.set(now.minus(Duration.ofHours(3)));
        signUp(town, id, number % 7 == 0 ? 4 : random.nextInt(capacity), team);
    }

    private long publish(Team team, Period shift, int capacity, Actor office) {
        long id = create(team, shift, capacity);
        if (desk.publish(team.admin(), id) == State.IN_REVIEW) {
            Set<String> all = review.get(office, id).checklist().stream()
                    .map(ActivityReview.CheckItem::code)
                    .collect(Collectors.toSet());
            review.approve(office, id, all, null);
        }
        return id;
    }

    private long create(Team team, Period shift, int capacity) {
        Story story = team.story();
        int number = random.nextInt(10);
        return drafts.create(
                team.admin(),
                new ActivityDraft(
                        team.id(),
                        null,
                        team.community(),
                        team.communityName() + story.title(),
                        List.of(story.category()),
                        story.objects(),
                        Set.of("05", "08"),
                        story.description(),
                        new Place(
                                team.communityName() + story.place(), 30.55 + number * 0.011, 114.26 + number * 0.009),
                        new Contact(team.admin().name(), "027-82345678"),
                        new Risk(0, story.risk(), ""),
                        Recruitment.OPEN,
                        Terms.NONE),
                List.of(new PostPlan(
                        new PostDraft(story.post(), story.title(), Conditions.NONE),
                        List.of(new ShiftDraft(shift, capacity)))));
    }

    /** So many different people apply at once; those who were refused (another shift at that time) stay away. */
    private List<VolunteerView> signUp(Town town, long activityId, int howMany, Team team) {
        ActivityView activity = activities.get(activityId);
        List<VolunteerView> people = new ArrayList<>();
        if (team == town.teams().getFirst()
                && activity.period().end().isBefore(clock.instant().plus(Duration.ofDays(4)))) {
            people.add(town.volunteers().get(random.nextInt(2)));
        }
        while (people.size() < howMany) {
            VolunteerView one =
                    town.volunteers().get(4 + random.nextInt(town.volunteers().size() - 4));
            if (!people.contains(one) && one.contactAccountId() != team.admin().accountId()) {
                people.add(one);
            }
        }
        List<Future<Boolean>> applied = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (VolunteerView one : people) {
                applied.add(pool.submit(() -> apply(one, activity)));
            }
        }
        List<VolunteerView> accepted = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            if (DemoPeople.done(applied.get(i))) {
                accepted.add(people.get(i));
            }
        }
        return accepted;
    }

    private boolean apply(VolunteerView one, ActivityView activity) {
        try {
            return signUps.apply(
                                    actor(one),
                                    one.id(),
                                    activity.id(),
                                    activity.shifts().getFirst().id(),
                                    null,
                                    null)
                            .position()
                    == null;
        } catch (Refusal _) {
            return false;
        }
    }

    private void check(Team team, long activityId, List<VolunteerView> people, Direction direction) {
        Scanned code = new Scanned(attendance.code(team.admin(), activityId).token(), false);
        Place place = activities.get(activityId).place();
        List<Future<?>> checks = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (VolunteerView one : people) {
                Phone phone = new Phone(place.latitude(), place.longitude(), "demo phone " + one.number());
                checks.add(pool.submit(() -> checkIns.scan(actor(one), one.id(), activityId, code, direction, phone)));
            }
        }
        checks.forEach(DemoPeople::done);
    }

    private Period shift(LocalDate day, int hour, int hours) {
        Instant start =
                day.atTime(LocalTime.of(hour, 0)).atZone(clock.getZone()).toInstant();
        return new Period(start, start.plus(Duration.ofHours(hours)));
    }

    private Actor actor(VolunteerView volunteer) {
        return accounts.actor(volunteer.contactAccountId());
    }
}
