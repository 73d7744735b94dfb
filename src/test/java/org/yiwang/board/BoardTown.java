package org.yiwang.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.activity.ActivityDraft;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.Conditions;
import org.yiwang.attendance.AttendanceEvent;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.PublicNotice;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.Residences;
import org.yiwang.volunteer.VolunteerView;

/** People of several streets and districts, and activities of several weeks, months and years at which they serve. */
final class BoardTown {

    static final RegionCode ELSEWHERE = new RegionCode("420202");
    private static final int DAY = 600;

    final List<VolunteerView> people = new ArrayList<>();
    final List<ActivityView> activities = new ArrayList<>();
    private final List<RegionCode> communities = new ArrayList<>();

    private final ApplicationEventPublisher events;

    BoardTown(ApplicationEventPublisher events, int newcomers) {
        this.events = events;
        Regions regions = City.bean(Regions.class);
        for (String district : List.of("420102", "420103")) {
            List<RegionView> streets = regions.children(new RegionCode(district));
            for (RegionView street : streets.subList(0, 2)) {
                regions.children(street.code()).stream().limit(2).forEach(c -> communities.add(c.code()));
            }
        }
        // Above each of them stands what the brute force finds in the records, whatever it is.
        List<Team> teams = List.of(TeamFixture.team(), TeamFixture.team());
        int i = 0;
        for (int days : new int[] {1, 3, 9, 30, 60, 400}) {
            activities.add(activity(teams.get(i % 2).id(), i % 3 == 0 ? "01" : "06", Duration.ofDays(days)));
            i++;
        }
        for (int n = 0; n < newcomers; n++) {
            VolunteerView person = VolunteerFixture.adult("居民" + (char) ('甲' + n));
            people.add(person);
            move(person.id(), communities.get(n % communities.size()));
        }
        City.bean(TestClock.class).set(activities.getLast().period().end().plus(Duration.ofDays(2)));
    }

    private static ActivityView activity(long team, String category, Duration fromNow) {
        ActivityFixture fixture = City.bean(ActivityFixture.class);
        ActivityDraft draft = fixture.draft(team);
        return fixture.published(
                new ActivityDraft(
                        draft.organizationId(),
                        draft.projectId(),
                        draft.region(),
                        draft.title(),
                        List.of(category),
                        draft.objects(),
                        draft.protections(),
                        draft.description(),
                        draft.place(),
                        draft.contact(),
                        draft.risk(),
                        draft.recruitment(),
                        draft.terms()),
                ActivityFixture.post(Conditions.NONE, fixture.shift(fromNow, DAY, 9)));
    }

    VolunteerView any(Random random) {
        return people.get(random.nextInt(people.size()));
    }

    /** Somewhere in the city, now and then beyond it. */
    RegionCode anywhere(Random random) {
        int place = random.nextInt(communities.size() + 1);
        return place == communities.size() ? ELSEWHERE : communities.get(place);
    }

    void move(long volunteerId, RegionCode to) {
        City.bean(Residences.class).transfer(Actor.SYSTEM, volunteerId, to);
    }

    /** Half an hour or an hour or … , so that many have the same. Checked by both sides, or by the organizer alone. */
    void serve(Random random, VolunteerView person) {
        ActivityView activity = activities.get(random.nextInt(activities.size()));
        serve(person, activity, random.nextInt(16) * 30, 30 * (1 + random.nextInt(4)), random.nextInt(5) > 0);
    }

    void serve(VolunteerView person, ActivityView activity, int from, int minutes, boolean twoSided) {
        Instant begin = activity.period().start().plus(Duration.ofMinutes(from));
        Evidence seen = new Evidence(
                twoSided ? Evidence.Way.SCANNED_CODE : Evidence.Way.ROSTER, 10, false, null, person.contactAccountId());
        publish(new AttendanceEvent.PairClosed(
                Ids.next(),
                activity.id(),
                activity.shifts().getFirst().id(),
                person.id(),
                new Period(begin, begin.plus(Duration.ofMinutes(minutes))),
                seen,
                seen));
    }

    void close(ActivityView activity) {
        publish(new ActivityEvent.Closed(activity.id()));
    }

    /** Everything that was served counts. */
    void count() {
        activities.forEach(this::close);
        City.bean(TestClock.class).advance(Duration.ofDays(20));
        City.bean(PublicNotice.class).countDue();
    }

    ActivityView anyActivity(Random random) {
        return activities.get(random.nextInt(activities.size()));
    }

    private void publish(Object event) {
        City.bean(TransactionTemplate.class).executeWithoutResult(_ -> events.publishEvent(event));
    }

    List<VolunteerView> shuffled(Random random) {
        List<VolunteerView> some = new ArrayList<>(people);
        Collections.shuffle(some, random);
        return some;
    }
}
