package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.RecordIntake;
import org.yiwang.record.Statutory;
import org.yiwang.record.TimeKind;
import org.yiwang.star.RehearsalRunner;
import org.yiwang.star.Rehearsals;
import org.yiwang.star.StarApplications;
import org.yiwang.star.StarNotice;
import org.yiwang.star.StarReview;
import org.yiwang.star.StarScheme;
import org.yiwang.star.StarScheme.Asks;
import org.yiwang.star.StarSchemes;
import org.yiwang.volunteer.VolunteerView;

/**
 * Some brought many hours from the platform before this one: who leads the team of the cast has two stars, one star is on
 * public notice, an application waits at each level, the volunteer of the cast may apply, and a milder scheme is rehearsed.
 */
@Component
@Order(20)
@ConditionalOnProperty("yiwang.demo")
class DemoStars implements Epilogue {

    private static final String DISTRICT = "420102";
    private static final int HOURS_A_DAY = 8;

    private final DemoClock clock;
    private final DemoActors actors;
    private final RecordIntake intake;
    private final StarApplications applications;
    private final StarReview review;
    private final StarNotice notice;
    private final StarSchemes schemes;
    private final Rehearsals rehearsals;
    private final RehearsalRunner runner;

    DemoStars(
            DemoClock clock,
            DemoActors actors,
            RecordIntake intake,
            StarApplications applications,
            StarReview review,
            StarNotice notice,
            StarSchemes schemes,
            Rehearsals rehearsals,
            RehearsalRunner runner) {
        this.clock = clock;
        this.actors = actors;
        this.intake = intake;
        this.applications = applications;
        this.review = review;
        this.notice = notice;
        this.schemes = schemes;
        this.rehearsals = rehearsals;
        this.runner = runner;
    }

    @Override
    public String name() {
        return "stars";
    }

    @Override
    public void play(Town town, Instant now) {
        clock.set(now.minus(Duration.ofDays(12)));
        Set<VolunteerView> taken = new HashSet<>();
        serve(town.of(Cast.VOLUNTEER), 112);
        VolunteerView neighbour = find(town, taken, v -> v.residence().value().startsWith("420102015001"));
        long granted = apply(town.of(Cast.TEAM_ADMIN), 2, 320, null);
        long published = apply(find(town, taken, DemoStars::livesInDistrict), 1, 120, null);
        long district = apply(find(town, taken, DemoStars::livesInDistrict), 3, 640, null);
        long city = apply(find(town, taken, DemoStars::livesInDistrict), 5, 1_520, null);
        apply(neighbour, 1, 104, null);
        apply(town.of(Cast.GUARDIAN), 1, 108, town.first().id());
        clock.set(now.minus(Duration.ofDays(10)));
        review.approve(actors.of(Cast.DISTRICT), granted, "记录清楚，邻里都认可。");
        clock.set(now.minus(Duration.ofDays(2)));
        review.approve(actors.of(Cast.DISTRICT), published, "");
        review.approve(actors.of(Cast.CITY), district, "");
        review.approve(actors.of(Cast.DISTRICT), city, "十年如一日，记录齐全。");
        clock.set(now);
        notice.grantDue();
        rehearsals.start(actors.of(Cast.CITY), milder(), null, LocalDate.ofInstant(now, clock.getZone()));
        runner.run();
    }

    private long apply(VolunteerView person, int star, int hours, @Nullable Long team) {
        serve(person, hours);
        return applications.apply(actors.of(person), person.id(), star, team, "多年参加社区清洁、为老服务和文明交通。");
    }

    private static boolean livesInDistrict(VolunteerView person) {
        return person.residence().value().startsWith(DISTRICT);
    }

    /** Somebody else with an account of their own who lives there, or in the district, or in a tiny city anywhere. */
    private static VolunteerView find(Town town, Set<VolunteerView> taken, Predicate<VolunteerView> where) {
        List<VolunteerView> others = town.volunteers()
                .subList(Cast.COMMUNITY.ordinal(), town.volunteers().size());
        List<Predicate<VolunteerView>> wanted = List.of(where, DemoStars::livesInDistrict, _ -> true);
        VolunteerView found = wanted.stream()
                .flatMap(fits -> others.stream().filter(fits.and(v -> !taken.contains(v))))
                .findFirst()
                .orElseThrow();
        taken.add(found);
        return found;
    }

    /** Hours of the years before, day by day, as a trusted platform vouches for them. */
    private void serve(VolunteerView person, int hours) {
        List<RecordDraft> drafts = new ArrayList<>();
        LocalDate day = LocalDate.ofInstant(clock.instant(), clock.getZone())
                .minusYears(1)
                .withDayOfYear(360);
        for (int left = hours; left > 0; left -= HOURS_A_DAY) {
            Instant start = day.atTime(8, 0).atZone(clock.getZone()).toInstant();
            Period served = new Period(start, start.plus(Duration.ofHours(Math.min(left, HOURS_A_DAY))));
            drafts.add(new RecordDraft(
                    Ids.next(), person.id(), elsewhere(person), served, served, "原志愿服务平台的记录", TimeKind.CREDIT));
            day = day.minusDays(1);
        }
        intake.take(drafts, new RecordIntake.Terms(Origin.TRANSFER, 0, null, "record.why.passport"));
    }

    private static Statutory elsewhere(VolunteerView person) {
        return new Statutory(
                0, 0, 0, "江岸区老平台志愿服务队", person.residence().value(), "社区志愿服务", "06", "社区服务", "居住社区", "原平台", List.of());
    }

    /** The scheme that holds with lower thresholds, and less honour time. */
    private StarScheme milder() {
        StarScheme now = schemes.current().value();
        return new StarScheme(
                now.stars().stream()
                        .map(s -> new Asks(s.star(), Math.max(s.star(), s.hours() / 12), s.levels()))
                        .toList(),
                30,
                now.excludedGrades(),
                now.paths(),
                now.cutOff(),
                now.noticeDays(),
                now.waitDays(),
                now.objectWorkingDays());
    }
}
