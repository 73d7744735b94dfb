package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
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
import org.yiwang.activity.ProjectDraft;
import org.yiwang.activity.Projects;
import org.yiwang.activity.Recruitment;
import org.yiwang.activity.Risk;
import org.yiwang.activity.ShiftDraft;
import org.yiwang.activity.ShiftView;
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
import org.yiwang.record.PublicNotice;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;

/** What happens again and again in the demo city, each time by the command that people use. */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoStage {

    private static final Logger log = LoggerFactory.getLogger(DemoStage.class);

    private final DemoClock clock;
    private final DemoActors actors;
    private final ActivityDrafts drafts;
    private final ActivityDesk desk;
    private final ActivityReview review;
    private final Activities activities;
    private final Projects projects;
    private final SignUps signUps;
    private final CheckIns checkIns;
    private final AttendanceDesk attendance;
    private final PublicNotice publicNotice;
    private final Random random = new Random(67);
    private final Map<Long, Long> projectOf = new HashMap<>();

    DemoStage(
            DemoClock clock,
            DemoActors actors,
            ActivityDrafts drafts,
            ActivityDesk desk,
            ActivityReview review,
            Activities activities,
            Projects projects,
            SignUps signUps,
            CheckIns checkIns,
            AttendanceDesk attendance,
            PublicNotice publicNotice) {
        this.clock = clock;
        this.actors = actors;
        this.drafts = drafts;
        this.desk = desk;
        this.review = review;
        this.activities = activities;
        this.projects = projects;
        this.signUps = signUps;
        this.checkIns = checkIns;
        this.attendance = attendance;
        this.publicNotice = publicNotice;
    }

    Random random() {
        return random;
    }

    /** That hour of the day in the city, for so many hours. */
    Period shift(LocalDate day, int hour, int minute, int minutes) {
        Instant start =
                day.atTime(LocalTime.of(hour, minute)).atZone(clock.getZone()).toInstant();
        return new Period(start, start.plusSeconds(minutes * 60L));
    }

    /** Puts what the team does regularly into the project library. */
    void offerProject(Team team) {
        Story story = team.story();
        projectOf.put(
                team.id(),
                projects.create(
                        team.admin(),
                        new ProjectDraft(
                                team.id(),
                                team.community(),
                                team.communityName() + story.title(),
                                List.of(story.category()),
                                story.objects(),
                                story.description(),
                                "每月第二个和第四个周六上午",
                                team.communityName() + story.place(),
                                new Contact(team.admin().name(), "027-82345678"),
                                true)));
    }

    /** What the team usually does. */
    ActivityDraft draft(Team team) {
        Story story = team.story();
        return draft(
                team,
                team.communityName() + story.title(),
                story.description(),
                projectOf.get(team.id()),
                new Risk(0, story.risk(), ""));
    }

    /** Something else, once. */
    ActivityDraft draft(Team team, String title, Risk risk) {
        String description = title + "，欢迎邻居们一起来。当天由队长说明分工，请提前十五分钟到集合地点，穿便于活动的衣服和鞋，自带水杯。";
        return draft(team, title, description, null, risk);
    }

    private ActivityDraft draft(Team team, String title, String description, @Nullable Long project, Risk risk) {
        Story story = team.story();
        int number = random.nextInt(10);
        return new ActivityDraft(
                team.id(),
                project,
                team.community(),
                title,
                List.of(story.category()),
                story.objects(),
                Set.of("05", "08"),
                description,
                new Place(team.communityName() + story.place(), 30.55 + number * 0.011, 114.26 + number * 0.009),
                new Contact(team.admin().name(), "027-82345678"),
                risk,
                Recruitment.OPEN,
                Terms.NONE);
    }

    /** The team's usual post with these shifts. */
    static PostPlan post(Team team, int capacity, Period... shifts) {
        return post(team.story().post(), Conditions.NONE, capacity, shifts);
    }

    static PostPlan post(String name, Conditions conditions, int capacity, Period... shifts) {
        return new PostPlan(
                new PostDraft(name, "按岗位说明服务，上岗前十五分钟集合。", conditions),
                List.of(shifts).stream()
                        .map(shift -> new ShiftDraft(shift, capacity))
                        .toList());
    }

    long create(Team team, ActivityDraft draft, PostPlan... posts) {
        return drafts.create(team.admin(), draft, List.of(posts));
    }

    /** Publishes it; the office agrees where it is asked. */
    ActivityView publish(Team team, Actor office, ActivityDraft draft, PostPlan... posts) {
        long id = create(team, draft, posts);
        if (desk.publish(team.admin(), id) == State.IN_REVIEW) {
            Set<String> all = review.get(office, id).checklist().stream()
                    .map(ActivityReview.CheckItem::code)
                    .collect(Collectors.toSet());
            review.approve(office, id, all, null);
        }
        clock.passMinute();
        return activities.get(id);
    }

    /** So many different people, none of the cast and not who runs the team. */
    Set<VolunteerView> some(Town town, Team team, int howMany) {
        Set<VolunteerView> people = new LinkedHashSet<>();
        int others = town.volunteers().size() - 4;
        while (people.size() < Math.min(howMany, others - 1)) {
            VolunteerView one = town.volunteers().get(4 + random.nextInt(others));
            if (one.contactAccountId() != team.admin().accountId()) {
                people.add(one);
            }
        }
        return people;
    }

    /** They apply at once; those who were refused (another shift at that time) stay away. Who has a place is answered. */
    List<VolunteerView> signUp(Set<VolunteerView> people, ActivityView activity) {
        List<VolunteerView> all = List.copyOf(people);
        List<Future<Boolean>> applied = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (VolunteerView one : all) {
                applied.add(
                        pool.submit(() -> apply(one, activity, activity.shifts().getFirst(), null)));
            }
        }
        List<VolunteerView> accepted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (DemoPeople.done(applied.get(i))) {
                accepted.add(all.get(i));
            }
        }
        return accepted;
    }

    /** One applies; answers whether that gave a place. Whoever may not or is elsewhere at that time has none. */
    boolean apply(VolunteerView one, ActivityView activity, ShiftView shift, @Nullable String passCode) {
        try {
            return signUps.apply(actors.of(one), one.id(), activity.id(), shift.id(), passCode, null)
                            .position()
                    == null;
        } catch (Refusal _) {
            return false;
        }
    }

    /**
     * They check in or out by the code on the organizer's screen. Whoever is still somewhere else is refused, and not
     * among those answered.
     */
    List<VolunteerView> check(Team team, ActivityView activity, List<VolunteerView> people, Direction direction) {
        Scanned code = new Scanned(attendance.code(team.admin(), activity.id()).token(), false);
        List<Future<Boolean>> checks = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (VolunteerView one : people) {
                checks.add(pool.submit(() -> check(one, activity, code, direction)));
            }
        }
        List<VolunteerView> checked = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            if (DemoPeople.done(checks.get(i))) {
                checked.add(people.get(i));
            }
        }
        return checked;
    }

    private boolean check(VolunteerView one, ActivityView activity, Scanned code, Direction direction) {
        Place place = activity.place();
        Phone phone = new Phone(place.latitude(), place.longitude(), "demo phone " + one.number(), null);
        try {
            checkIns.scan(actors.of(one), one.id(), activity.id(), code, direction, phone);
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    /** One scene more; a rule that an office has made stricter since takes the scene away, not the whole city. */
    static void scene(String what, Runnable scene) {
        try {
            scene.run();
        } catch (Refusal refusal) {
            log.warn(
                    "{} is missing from the demo city: {}",
                    what,
                    refusal.problem().code());
        }
    }

    /** Puts it on record. */
    void close(Team team, ActivityView activity) {
        desk.close(team.admin(), activity.id(), team.story().summary(), 20 + random.nextInt(100), "");
    }

    /** Lets what was put on record now stand its days on public notice, as long as that was before the present. */
    void waitForNotice(Instant now) {
        Instant over = clock.instant().plus(Duration.ofDays(3)).plusSeconds(60);
        if (over.isBefore(now)) {
            clock.set(over);
            publicNotice.countDue();
        }
    }
}
