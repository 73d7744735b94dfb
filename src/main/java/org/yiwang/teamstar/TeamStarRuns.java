package org.yiwang.teamstar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Actor.AccessProblem;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.kernel.Slice;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.teamstar.RunView.State;

/**
 * Yearly ratings of teams as offices of a street, a district or the city run them for their region: count, look, announce. A
 * team has one rating a year; what another office's run has already is left to it.
 */
@Component
public class TeamStarRuns {

    private static final int PAGE = 30;
    private static final int YEARS_BACK = 3;

    private final RunStore runs;
    private final RatingStore ratings;
    private final Measuring measuring;
    private final Organizations organizations;
    private final Rules rules;
    private final AuditTrail audit;
    private final Clock clock;

    TeamStarRuns(
            RunStore runs,
            RatingStore ratings,
            Measuring measuring,
            Organizations organizations,
            Rules rules,
            AuditTrail audit,
            Clock clock) {
        this.runs = runs;
        this.ratings = ratings;
        this.measuring = measuring;
        this.organizations = organizations;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** The years that can be run, the last one that is over first. */
    public List<Integer> years() {
        int now = LocalDate.now(clock).getYear();
        return List.of(now - 1, now, now - 2, now - 3);
    }

    /**
     * Begins to count a year for a region, by the scheme that held at the end of that year, or holds now. A year that is not
     * over is counted as far as it has come, and counted again when it is. A team founded after the year is not in it. Refuses with {@code teamstar.office-only}, {@code
     * teamstar.year-out-of-range}, {@code teamstar.already-run}, {@code teamstar.no-teams}.
     *
     * @return its id
     */
    @Transactional
    public long start(Actor actor, RegionCode region, int year) {
        requireOffice(actor, region);
        int now = LocalDate.now(clock).getYear();
        if (year > now || year < now - YEARS_BACK) {
            throw new Refusal(TeamStarProblem.YEAR_OUT_OF_RANGE).at("year");
        }
        LocalDate until = measuring.until(year);
        Rule<StarScheme> scheme = scheme(until);
        List<OrganizationView> teams =
                organizations.approvedIn(region, scheme.value().teamTypes(), until);
        if (teams.isEmpty()) {
            throw new Refusal(TeamStarProblem.NO_TEAMS);
        }
        RunView run = new RunView(
                Ids.next(),
                year,
                region,
                scheme.version(),
                State.COUNTING,
                until,
                teams.size(),
                0,
                null,
                null,
                null,
                null);
        if (!runs.insert(run, actor.accountId(), clock.instant())) {
            throw new Refusal(TeamStarProblem.ALREADY_RUN);
        }
        if (runs.addTeams(run, teams) == 0) {
            throw new Refusal(TeamStarProblem.NO_TEAMS);
        }
        runs.setTeams(run.id());
        audit.write(actor, "teamstar.run", subject(run), String.valueOf(year), region);
        return run.id();
    }

    /**
     * Counts everything again, up to today or the end of the year and with teams approved since. Refuses with {@code
     * teamstar.still-counting}, {@code teamstar.no-longer-open}, and {@code teamstar.decided-already} once something was decided.
     */
    @Transactional
    public void countAgain(Actor actor, long runId) {
        RunView run = lockOpen(actor, runId);
        boolean decided = ratings.tally(runId).stream()
                .anyMatch(t -> t.state() != RatingView.State.PROPOSED && t.state() != RatingView.State.WAITING);
        if (decided) {
            throw new Refusal(TeamStarProblem.DECIDED_ALREADY);
        }
        LocalDate until = measuring.until(run.year());
        Rule<StarScheme> scheme = scheme(until);
        runs.restart(runId, until, scheme.version());
        runs.addTeams(run, organizations.approvedIn(run.region(), scheme.value().teamTypes(), until));
        runs.setTeams(runId);
        audit.write(actor, "teamstar.count-again", subject(run), null, run.region());
    }

    /**
     * Puts what was decided on public notice, after which it is published by itself. Refuses with {@code
     * teamstar.year-not-over}, {@code teamstar.teams-may-speak}, {@code teamstar.undecided}.
     */
    @Transactional
    public void announce(Actor actor, long runId) {
        RunView run = lockOpen(actor, runId);
        if (!run.isWhole()) {
            throw new Refusal(TeamStarProblem.YEAR_NOT_OVER);
        }
        LocalDate today = LocalDate.now(clock);
        if (run.mayAsk(today)) {
            throw new Refusal(TeamStarProblem.TEAMS_MAY_SPEAK, String.valueOf(run.speakUntil()));
        }
        int open = ratings.tally(runId).stream()
                .mapToInt(RatingStore.Tally::undecided)
                .sum();
        if (open > 0) {
            throw new Refusal(TeamStarProblem.UNDECIDED, open);
        }
        int days = scheme(run).noticeDays();
        runs.announce(runId, today.plusDays(days), actor.accountId(), clock.instant());
        audit.write(actor, "teamstar.announce", subject(run), String.valueOf(run.year()), run.region());
    }

    /** Runs of one's regions and those inside them, the last year first. */
    @Transactional(readOnly = true)
    public Slice<RunView> list(Actor actor, int page) {
        int number = Slice.page(page);
        return Slice.cut(runs.within(office(actor), PAGE + 1, (number - 1) * PAGE), number, PAGE);
    }

    /** One run with how many teams have how many stars; refuses with {@code teamstar.unknown}. */
    @Transactional(readOnly = true)
    public Overview get(Actor actor, long runId) {
        RunView run = runs.find(runId)
                .filter(r -> office(actor).covers(r.region()))
                .orElseThrow(() -> new Refusal(TeamStarProblem.UNKNOWN));
        List<RatingStore.Tally> tally = ratings.tally(runId);
        Map<Integer, Integer> stars = tally.stream()
                .filter(t -> t.state() != RatingView.State.WAITING && t.state() != RatingView.State.SET_ASIDE)
                .collect(Collectors.toMap(RatingStore.Tally::stars, RatingStore.Tally::teams, Integer::sum));
        int aside = tally.stream()
                .filter(t -> t.state() == RatingView.State.SET_ASIDE)
                .mapToInt(RatingStore.Tally::teams)
                .sum();
        int open = tally.stream().mapToInt(RatingStore.Tally::undecided).sum();
        return new Overview(run, stars, aside, open);
    }

    /** Its ratings, those that need a decision first; refuses with {@code teamstar.unknown}. */
    @Transactional(readOnly = true)
    public Slice<Row> ratings(Actor actor, long runId, int page) {
        RunView run = get(actor, runId).run();
        int number = Slice.page(page);
        Slice<RatingView> slice = Slice.cut(ratings.ofRun(runId, PAGE + 1, (number - 1) * PAGE), number, PAGE);
        Map<Long, Figures> now = run.state() == State.PUBLISHED ? again(slice.items(), run) : Map.of();
        return slice.map(r -> {
            Figures today = now.get(r.organizationId());
            return new Row(r, today != null && !today.isSameYear(r.figures()));
        });
    }

    /** What the figures of these would be today; those of a run were all counted in one way. */
    private Map<Long, Figures> again(List<RatingView> shown, RunView run) {
        StarScheme scheme = scheme(run);
        return measuring.measure(
                shown.stream().map(RatingView::organizationId).toList(),
                run.year(),
                run.figuresUntil(),
                scheme.activeDays(),
                scheme.newcomerDays());
    }

    /** How many ratings need a decision of this office, in runs that lie open. */
    public int countUndecided(Actor actor) {
        return ratings.countUndecided(office(actor));
    }

    private RunView lockOpen(Actor actor, long runId) {
        RunView run = runs.lock(runId).orElseThrow(() -> new Refusal(TeamStarProblem.UNKNOWN));
        requireOffice(actor, run.region());
        if (run.state() == State.COUNTING) {
            throw new Refusal(TeamStarProblem.STILL_COUNTING);
        }
        if (run.state() != State.OPEN) {
            throw new Refusal(TeamStarProblem.NO_LONGER_OPEN);
        }
        return run;
    }

    private Rule<StarScheme> scheme(LocalDate day) {
        return rules.on(day, StarScheme.KEY, StarScheme.class);
    }

    /** The scheme of a run. */
    StarScheme scheme(RunView run) {
        return rules.version(run.schemeVersion(), StarScheme.KEY, StarScheme.class)
                .value();
    }

    /** What the actor's office covers; leaders of teams have the permission for their nominations only. */
    static Reach office(Actor actor) {
        return new Reach(actor.reach(Permission.STAR_REVIEW).regions(), List.of());
    }

    private static void requireOffice(Actor actor, RegionCode region) {
        if (!office(actor).covers(region)) {
            throw new Refusal(AccessProblem.OUT_OF_SCOPE);
        }
        if (region.level().compareTo(Level.CITY) < 0 || region.level().compareTo(Level.TOWN) > 0) {
            throw new Refusal(TeamStarProblem.OFFICE_ONLY);
        }
    }

    private static String subject(RunView run) {
        return "team-stars:" + Ids.text(run.id());
    }

    /**
     * A run with sums.
     *
     * @param run the run
     * @param stars how many teams by stars, given or computed; those set aside left out
     * @param setAside how many are set aside
     * @param undecided how many need a decision
     */
    public record Overview(RunView run, Map<Integer, Integer> stars, int setAside, int undecided) {}

    /**
     * A rating in a list.
     *
     * @param rating the rating
     * @param changed whether the records behind a published one say something else today
     */
    public record Row(RatingView rating, boolean changed) {}
}
