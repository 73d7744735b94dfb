package org.yiwang.teamstar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.TeamYears;
import org.yiwang.rules.Rules;
import org.yiwang.teamstar.StepView.What;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * A team's ratings with everything behind each number: for its leaders ({@code ORGANIZATION_MANAGE}) and for the office that
 * runs them ({@code STAR_REVIEW} over the run's region). Leaders may ask for a look while there is time.
 */
@Component
public class TeamStarDesk {

    private static final int LONGEST = 500;

    private final RunStore runs;
    private final RatingStore ratings;
    private final Measuring measuring;
    private final TeamYears years;
    private final Organizations organizations;
    private final Volunteers volunteers;
    private final Rules rules;
    private final AuditTrail audit;
    private final Clock clock;

    TeamStarDesk(
            RunStore runs,
            RatingStore ratings,
            Measuring measuring,
            TeamYears years,
            Organizations organizations,
            Volunteers volunteers,
            Rules rules,
            AuditTrail audit,
            Clock clock) {
        this.runs = runs;
        this.ratings = ratings;
        this.measuring = measuring;
        this.years = years;
        this.organizations = organizations;
        this.volunteers = volunteers;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** All counted years of the team, the latest first, each with every part. */
    @Transactional(readOnly = true)
    public List<Sheet> ofTeam(Actor actor, long organizationId) {
        organizations.require(actor, Permission.ORGANIZATION_MANAGE, organizationId);
        return ratings.ofTeam(organizationId).stream()
                .map(r -> sheet(r, false))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * One year, for a leader or for the office; to the office with what the records behind it say today. Refuses with {@code
     * teamstar.unknown} whoever is neither.
     */
    @Transactional(readOnly = true)
    public Sheet get(Actor actor, long organizationId, int year) {
        RatingView rating = ratings.find(organizationId, year).orElseThrow(() -> new Refusal(TeamStarProblem.UNKNOWN));
        boolean office = TeamStarRuns.office(actor)
                .covers(runs.find(rating.runId()).orElseThrow().region());
        if (!office && !leads(actor, organizationId)) {
            throw new Refusal(TeamStarProblem.UNKNOWN);
        }
        return sheet(rating, office).orElseThrow(() -> new Refusal(TeamStarProblem.STILL_COUNTING));
    }

    /**
     * Asks the office to look again; a decision made before is open again. Refuses with {@code teamstar.time-over}, {@code
     * teamstar.asked-already}, {@code teamstar.reason-needed}.
     */
    @Transactional
    public void ask(Actor actor, long organizationId, int year, String words) {
        OrganizationView team = organizations.require(actor, Permission.ORGANIZATION_MANAGE, organizationId);
        RatingView found = ratings.find(organizationId, year).orElseThrow(() -> new Refusal(TeamStarProblem.UNKNOWN));
        RunView run = runs.hold(found.runId()).orElseThrow();
        RatingView rating = ratings.lock(organizationId, year).orElseThrow();
        if (!run.isWhole()) {
            throw new Refusal(TeamStarProblem.YEAR_NOT_OVER);
        }
        if (!run.mayAsk(LocalDate.now(clock))) {
            throw new Refusal(TeamStarProblem.TIME_OVER);
        }
        if (rating.isAsking()) {
            throw new Refusal(TeamStarProblem.ASKED_ALREADY);
        }
        if (words.isBlank() || words.length() > LONGEST) {
            throw new Refusal(TeamStarProblem.REASON_NEEDED).at("words");
        }
        ratings.ask(rating, words.strip(), actor.accountId());
        ratings.addStep(
                List.of(organizationId),
                year,
                new StepView(What.ASKED, null, words.strip(), actor.accountId(), clock.instant()));
        audit.write(
                actor, "teamstar.ask", "organization:" + Ids.text(organizationId) + " " + year, words, team.region());
    }

    /**
     * Says something before stars on public notice are taken away; a second person then decides. Refuses with {@code
     * teamstar.nothing-aside}, {@code teamstar.reason-needed}.
     */
    @Transactional
    public void reply(Actor actor, long organizationId, int year, String words) {
        OrganizationView team = organizations.require(actor, Permission.ORGANIZATION_MANAGE, organizationId);
        RatingView found = ratings.find(organizationId, year).orElseThrow(() -> new Refusal(TeamStarProblem.UNKNOWN));
        RunView run = runs.hold(found.runId()).orElseThrow();
        RatingView rating = ratings.lock(organizationId, year).orElseThrow();
        RatingView.Aside aside = rating.aside();
        if (run.state() != RunView.State.NOTICE || aside == null || aside.reply() != null) {
            throw new Refusal(TeamStarProblem.NOTHING_ASIDE);
        }
        if (words.isBlank() || words.length() > LONGEST) {
            throw new Refusal(TeamStarProblem.REASON_NEEDED).at("words");
        }
        ratings.replyAside(rating, words.strip());
        ratings.addStep(
                List.of(organizationId),
                year,
                new StepView(What.ASIDE_REPLIED, null, words.strip(), actor.accountId(), clock.instant()));
        audit.write(
                actor, "teamstar.reply", "organization:" + Ids.text(organizationId) + " " + year, words, team.region());
    }

    /** The activities behind the numbers of a year, for whoever may {@link #get} it: as the records stand now. */
    @Transactional(readOnly = true)
    public List<TeamYears.Held> activities(Actor actor, long organizationId, int year) {
        Sheet sheet = get(actor, organizationId, year);
        return years.activities(organizationId, Measuring.asked(year, sheet.figures()));
    }

    /** The people behind the numbers of a year, for leaders only, by masked name: as the records stand now. */
    @Transactional
    public List<Person> people(Actor actor, long organizationId, int year) {
        OrganizationView team = organizations.require(actor, Permission.ORGANIZATION_MANAGE, organizationId);
        Sheet sheet = get(actor, organizationId, year);
        List<TeamYears.Server> servers = years.people(organizationId, Measuring.asked(year, sheet.figures()));
        Map<Long, VolunteerView> people = volunteers.getAll(
                servers.stream().map(TeamYears.Server::volunteerId).toList());
        audit.lookAtList(
                actor, "organization:" + Ids.text(organizationId) + " stars " + year, servers.size(), team.region());
        return servers.stream()
                .map(s -> new Person(
                        people.containsKey(s.volunteerId())
                                ? people.get(s.volunteerId()).maskedName()
                                : "",
                        s))
                .toList();
    }

    /** Ratings of teams that the actor leads about which they may still ask, the one whose time ends first first. */
    @Transactional(readOnly = true)
    public List<Open> open(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return ratings
                .proposed(
                        actor.reach(Permission.ORGANIZATION_MANAGE).organizations().stream()
                                .collect(Collectors.toSet()),
                        today)
                .stream()
                .map(r -> new Open(
                        r, runs.find(r.runId()).map(RunView::speakUntil).orElseThrow()))
                .toList();
    }

    private boolean leads(Actor actor, long organizationId) {
        return organizations
                .find(organizationId)
                .filter(o -> actor.reach(Permission.ORGANIZATION_MANAGE).covers(o.region(), o.ancestors()))
                .isPresent();
    }

    private Optional<Sheet> sheet(RatingView rating, boolean office) {
        Figures figures = rating.figures();
        if (figures == null) {
            return Optional.empty();
        }
        RunView run = runs.find(rating.runId()).orElseThrow();
        StarScheme scheme = rules.version(run.schemeVersion(), StarScheme.KEY, StarScheme.class)
                .value();
        Figures now = office && run.state() == RunView.State.PUBLISHED ? measuring.again(rating, figures) : figures;
        return Optional.of(new Sheet(
                rating,
                run,
                scheme,
                figures,
                scheme.rate(figures),
                ratings.steps(rating.organizationId(), rating.year()),
                now.isSameYear(figures) ? null : now));
    }

    /**
     * A rating with everything it was computed from.
     *
     * @param rating the rating
     * @param run its run
     * @param scheme the scheme by which it was computed
     * @param figures what was counted
     * @param computed every part
     * @param steps what happened to it
     * @param now what would be counted today, for the office, where that is something else than what was published
     */
    public record Sheet(
            RatingView rating,
            RunView run,
            StarScheme scheme,
            Figures figures,
            Rating computed,
            List<StepView> steps,
            @Nullable Figures now) {}

    /**
     * Somebody who served.
     *
     * @param name the masked name
     * @param served days and minutes
     */
    public record Person(String name, TeamYears.Server served) {}

    /**
     * A rating about which its team may ask.
     *
     * @param rating the rating
     * @param until the last day
     */
    public record Open(RatingView rating, LocalDate until) {}
}
