package org.yiwang.board;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.yiwang.record.TimeKind;
import org.yiwang.region.Neighbourhoods;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.Hours;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.Residences;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** People of several streets and districts, and activities of several weeks, months and years at which they serve. */
final class BoardTown {

    static final RegionCode ELSEWHERE = new RegionCode("420202");
    private static final int DAY = 600;

    final List<VolunteerView> people = new ArrayList<>();
    final List<ActivityView> activities = new ArrayList<>();
    private final List<RegionCode> homes = new ArrayList<>();

    private final ApplicationEventPublisher events;
    private int brought;

    BoardTown(ApplicationEventPublisher events, int newcomers) {
        this.events = events;
        Regions regions = City.bean(Regions.class);
        for (String district : List.of("420102", "420103")) {
            List<RegionView> streets = regions.children(new RegionCode(district));
            for (RegionView street : streets.subList(0, 2)) {
                regions.children(street.code()).stream().limit(2).forEach(c -> homes.add(c.code()));
            }
        }
        RegionCode neighbourhood = below(homes.getFirst());
        homes.addAll(List.of(neighbourhood, below(neighbourhood)));
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
            move(person, homes.get(n % homes.size()));
        }
        City.bean(TestClock.class).set(activities.getLast().period().end().plus(Duration.ofDays(2)));
    }

    /** A neighbourhood of a community, or a grid of a neighbourhood. */
    private static RegionCode below(RegionCode place) {
        return City.bean(Neighbourhoods.class).add(Actor.SYSTEM, place, "榜" + Ids.text(Ids.next()));
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
        int place = random.nextInt(homes.size() + 1);
        return place == homes.size() ? ELSEWHERE : homes.get(place);
    }

    /** To another home as the person says it, or to another district as both districts agreed; which of the two. */
    String move(VolunteerView person, RegionCode to) {
        Residences residences = City.bean(Residences.class);
        if (residences.isOtherDistrict(
                City.bean(Volunteers.class).get(person.id()).residence(), to)) {
            residences.transfer(Actor.SYSTEM, person.id(), to);
            return "transfer";
        }
        residences.move(VolunteerFixture.actor(person), person.id(), to);
        return "move";
    }

    /** Hours of a day of the year before that came along from another platform. */
    void bring(Random random, VolunteerView person) {
        LocalDate day = LocalDate.of(2025, 12, 31).minusDays(brought++);
        Hours.give(person, TimeKind.CREDIT, 30 * (1 + random.nextInt(4)), day);
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
