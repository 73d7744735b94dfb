package org.yiwang.teamstar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.dossier.TeamVoices;
import org.yiwang.objection.UpheldCases;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.TeamYears;
import org.yiwang.trust.Honesty;
import org.yiwang.trust.TeamTrust;

/** Counts the years of many teams at once, from what the modules below have on record: a handful of queries for all of them. */
@Component
class Measuring {

    private final Organizations organizations;
    private final TeamYears years;
    private final TeamTrust trust;
    private final TeamVoices voices;
    private final UpheldCases cases;
    private final Clock clock;

    Measuring(
            Organizations organizations,
            TeamYears years,
            TeamTrust trust,
            TeamVoices voices,
            UpheldCases cases,
            Clock clock) {
        this.organizations = organizations;
        this.years = years;
        this.trust = trust;
        this.voices = voices;
        this.cases = cases;
        this.clock = clock;
    }

    /** The last day of the year that has come. */
    LocalDate until(int year) {
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate today = LocalDate.now(clock);
        return end.isAfter(today) ? today : end;
    }

    /** What is asked of a year; people are newcomers if they had so many days left in the whole year. */
    static TeamYears.Asked asked(int year, LocalDate until, int activeDays, int newcomerDays) {
        return new TeamYears.Asked(
                year, until, activeDays, LocalDate.of(year, 12, 31).minusDays(newcomerDays));
    }

    /** The same as the figures were counted. */
    static TeamYears.Asked asked(int year, Figures figures) {
        return asked(year, figures.until(), figures.activeDays(), figures.newcomerDays());
    }

    /** The figures by team, as everything stands now. */
    Map<Long, Figures> measure(Collection<Long> teams, int year, LocalDate until, int activeDays, int newcomerDays) {
        TeamYears.Asked asked = asked(year, until, activeDays, newcomerDays);
        LocalDate from = asked.from();
        Map<Long, TeamYears.Sums> service = years.sums(teams, asked);
        Map<Long, TeamTrust.Grades> grades = grades(teams, asked);
        Map<Long, TeamVoices.Sums> said = voices.of(teams, from, until);
        Map<Long, Honesty.View> checks = trust.checks(teams, from, until);
        Map<Long, UpheldCases.Upheld> upheld = cases.of(teams, from, until);
        Set<Long> sanctioned = trust.sanctioned(teams, from, until);
        Map<Long, Figures> all = new LinkedHashMap<>();
        for (long team : teams) {
            TeamTrust.Grades graded = grades.getOrDefault(team, new TeamTrust.Grades(0, 0));
            TeamVoices.Sums sums = said.getOrDefault(team, new TeamVoices.Sums(0, 0, 0));
            Honesty.View checked = checks.getOrDefault(team, new Honesty.View(team, 0, 0));
            UpheldCases.Upheld found = upheld.getOrDefault(team, new UpheldCases.Upheld(0, 0));
            all.put(
                    team,
                    new Figures(
                            until,
                            organizations
                                    .find(team)
                                    .filter(OrganizationView::active)
                                    .isPresent(),
                            service.getOrDefault(team, TeamYears.Sums.NONE),
                            graded.all(),
                            graded.good(),
                            sums.voices(),
                            sums.answers(),
                            sums.good(),
                            checked.checked(),
                            checked.confirmed(),
                            found.cases(),
                            found.paid(),
                            sanctioned.contains(team),
                            newcomerDays,
                            activeDays));
        }
        return all;
    }

    /** The same team counted again in the way its figures were. */
    Figures again(RatingView rating, Figures figures) {
        long team = rating.organizationId();
        return measure(List.of(team), rating.year(), figures.until(), figures.activeDays(), figures.newcomerDays())
                .getOrDefault(team, figures);
    }

    /**
     * What stands in the way of stars of a year as of today, whatever stood in the figures: sanctions and sold hours from the
     * year on, and teams that were dissolved. Only teams with something.
     */
    Map<Long, Obstacle> standing(Collection<Long> teams, int year) {
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate today = LocalDate.now(clock);
        Set<Long> sanctioned = trust.sanctioned(teams, from, today);
        Map<Long, UpheldCases.Upheld> upheld = cases.of(teams, from, today);
        Map<Long, Obstacle> found = new LinkedHashMap<>();
        for (long team : teams) {
            if (sanctioned.contains(team)) {
                found.put(team, Obstacle.SANCTIONED);
            } else if (upheld.getOrDefault(team, new UpheldCases.Upheld(0, 0)).paid() > 0) {
                found.put(team, Obstacle.SOLD_HOURS);
            } else if (organizations.find(team).filter(OrganizationView::active).isEmpty()) {
                found.put(team, Obstacle.NOT_VALID);
            }
        }
        return found;
    }

    private Map<Long, TeamTrust.Grades> grades(Collection<Long> teams, TeamYears.Asked asked) {
        Map<Long, Long> whose = years.closedActivities(teams, asked);
        Map<Long, TeamTrust.Grades> sums = new HashMap<>();
        trust.grades(whose.keySet())
                .forEach((activity, g) -> sums.merge(
                        whose.getOrDefault(activity, 0L),
                        g,
                        (a, b) -> new TeamTrust.Grades(a.all() + b.all(), a.good() + b.good())));
        return sums;
    }
}
