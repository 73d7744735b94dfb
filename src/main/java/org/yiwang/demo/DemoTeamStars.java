package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.Risk;
import org.yiwang.attendance.Direction;
import org.yiwang.demo.Town.Team;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.FiledWith;
import org.yiwang.organization.JoinPolicy;
import org.yiwang.organization.OrganizationApplications;
import org.yiwang.organization.OrganizationDraft;
import org.yiwang.organization.OrganizationReview;
import org.yiwang.record.PublicNotice;
import org.yiwang.teamstar.RunWorker;
import org.yiwang.teamstar.StarDecisions;
import org.yiwang.teamstar.TeamStarRuns;
import org.yiwang.trust.TrustGrades;
import org.yiwang.volunteer.VolunteerView;

/**
 * Stars of teams: one team of the street is older than the others and was given stars for last year; this year is counted as
 * far as it has come.
 */
@Component
@Order(50)
@ConditionalOnProperty("yiwang.demo")
class DemoTeamStars implements Epilogue {

    private static final RegionCode STREET = new RegionCode("420102015");
    private static final int ACTIVITIES = 5;
    private static final int FIRST_PERSON = 12;
    private static final int PEOPLE = 4;

    private final DemoClock clock;
    private final DemoStage stage;
    private final DemoActors actors;
    private final OrganizationApplications applications;
    private final OrganizationReview review;
    private final PublicNotice publicNotice;
    private final TrustGrades grades;
    private final TeamStarRuns runs;
    private final RunWorker worker;
    private final StarDecisions decisions;

    DemoTeamStars(
            DemoClock clock,
            DemoStage stage,
            DemoActors actors,
            OrganizationApplications applications,
            OrganizationReview review,
            PublicNotice publicNotice,
            TrustGrades grades,
            TeamStarRuns runs,
            RunWorker worker,
            StarDecisions decisions) {
        this.clock = clock;
        this.stage = stage;
        this.actors = actors;
        this.applications = applications;
        this.review = review;
        this.publicNotice = publicNotice;
        this.grades = grades;
        this.runs = runs;
        this.worker = worker;
        this.decisions = decisions;
    }

    @Override
    public String name() {
        return "stars of teams";
    }

    @Override
    public void play(Town town, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        // Of the last year whose stars are published by now: that takes until March.
        int year = today.minusMonths(2).getYear() - 1;
        Actor office = actors.of(Cast.STREET);
        Team team = found(town, year);
        for (int i = 0; i < ACTIVITIES; i++) {
            hold(town, team, LocalDate.of(year, 4 + i, 12));
        }
        grades.gradeDue();
        publish(office, year);
        clock.set(now);
        runs.start(office, STREET, today.getYear());
        worker.run();
    }

    private Team found(Town town, int year) {
        VolunteerView leader = town.volunteers().get(FIRST_PERSON + PEOPLE);
        Actor applicant = actors.of(leader);
        Team home = town.first();
        at(LocalDate.of(year, 3, 1), 9);
        long id = applications.apply(
                applicant,
                new OrganizationDraft(
                        home.communityName() + "晨光志愿队",
                        home.community(),
                        new OrganizationDraft.Standing("1", null, null, null, FiledWith.COMMUNITY),
                        new OrganizationDraft.About(
                                List.of("neighbours"),
                                List.of(home.story().category()),
                                null,
                                false,
                                null,
                                "几位邻居每月一次，早上清理小区的花坛和楼道。",
                                null,
                                10),
                        new OrganizationDraft.Contact(leader.name(), "027-82341999", true),
                        new OrganizationDraft.Joining(JoinPolicy.DIRECT, null),
                        null,
                        null),
                applications.honesty().version());
        review.approve(Actor.SYSTEM, id, LocalDate.now(clock).plusMonths(24), null);
        return new Team(id, home.community(), home.communityName(), home.story(), actors.of(leader));
    }

    private void hold(Town town, Team team, LocalDate day) {
        Period shift = stage.shift(day, 8, 0, 150);
        clock.set(shift.start().minus(Duration.ofDays(3)));
        ActivityView activity = stage.publish(
                team,
                actors.of(Cast.STREET),
                stage.draft(team, team.communityName() + "清晨清洁", new Risk(0, "平地清扫，注意台阶。", "")),
                DemoStage.post(team, 8, shift));
        Set<VolunteerView> people = new LinkedHashSet<>(town.volunteers().subList(FIRST_PERSON, FIRST_PERSON + PEOPLE));
        List<VolunteerView> came = stage.signUp(people, activity);
        clock.set(shift.start().minusSeconds(120));
        came = stage.check(team, activity, came, Direction.IN);
        clock.set(shift.end().plusSeconds(60));
        stage.check(team, activity, came, Direction.OUT);
        clock.set(shift.end().plus(Duration.ofHours(20)));
        stage.close(team, activity);
        at(day.plusDays(8), 9);
        publicNotice.countDue();
    }

    private void publish(Actor office, int year) {
        at(LocalDate.of(year + 1, 1, 12), 9);
        long run = runs.start(office, STREET, year);
        worker.run();
        decisions.confirmAll(office, run);
        at(LocalDate.of(year + 1, 2, 12), 9);
        runs.announce(office, run);
        at(LocalDate.of(year + 1, 2, 24), 9);
        worker.run();
    }

    private void at(LocalDate day, int hour) {
        clock.set(day.atTime(hour, 0).atZone(clock.getZone()).toInstant());
    }
}
