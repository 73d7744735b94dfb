package org.yiwang.teamstar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.RuleBook;
import org.yiwang.rules.Rules;
import tools.jackson.databind.ObjectMapper;

/**
 * Tries a new scheme on the figures of a year that were counted and kept: who would have more stars and who fewer, and by
 * which parts. Nothing is decided or stored by it; whoever may edit rules can make the draft a version for the years to come.
 */
@Component
public class StarRehearsals {

    private static final int SHOWN = 200;

    private final RunStore runs;
    private final RatingStore ratings;
    private final Rules rules;
    private final RuleBook book;
    private final ObjectMapper json;

    StarRehearsals(RunStore runs, RatingStore ratings, Rules rules, RuleBook book, ObjectMapper json) {
        this.runs = runs;
        this.ratings = ratings;
        this.rules = rules;
        this.book = book;
        this.json = json;
    }

    /** The scheme that holds today, to begin a draft with. */
    public StarScheme current() {
        return rules.current(StarScheme.KEY, StarScheme.class).value();
    }

    /**
     * What the draft would change in a year, for the teams in reach. Refuses with {@code teamstar.nothing-to-rehearse} if
     * nothing was counted, and with {@code teamstar.measured-otherwise} if the draft counts who is active or new in another
     * way than the figures there are.
     */
    @Transactional(readOnly = true)
    public Outcome rehearse(Actor actor, int year, StarScheme draft) {
        List<RatingView> counted = ratings.counted(year, TeamStarRuns.office(actor));
        if (counted.isEmpty()) {
            throw new Refusal(TeamStarProblem.NOTHING_TO_REHEARSE, String.valueOf(year)).at("year");
        }
        Map<Long, StarScheme> schemes = schemes(counted);
        int[] before = new int[StarScheme.MOST + 1];
        int[] after = new int[StarScheme.MOST + 1];
        List<Change> changes = new ArrayList<>();
        for (RatingView r : counted) {
            Figures figures = r.figures();
            if (figures == null
                    || figures.activeDays() != draft.activeDays()
                    || figures.newcomerDays() != draft.newcomerDays()) {
                throw new Refusal(TeamStarProblem.MEASURED_OTHERWISE);
            }
            Rating rated = draft.rate(figures);
            int was = r.computedStars() == null ? 0 : r.computedStars();
            before[was]++;
            after[rated.stars()]++;
            if (rated.stars() != was) {
                changes.add(
                        new Change(r, was, rated, why(Objects.requireNonNull(schemes.get(r.runId())), figures, rated)));
            }
        }
        changes.sort(Comparator.comparingInt((Change c) -> -Math.abs(c.rated().stars() - c.before()))
                .thenComparing(c -> c.rating().name())
                .thenComparing(c -> c.rating().organizationId()));
        int gained = (int)
                changes.stream().filter(c -> c.rated().stars() > c.before()).count();
        return new Outcome(
                year,
                counted.size(),
                gained,
                changes.size() - gained,
                Arrays.stream(before).boxed().toList(),
                Arrays.stream(after).boxed().toList(),
                changes.stream().limit(SHOWN).toList());
    }

    /** By which scheme each run was computed. */
    private Map<Long, StarScheme> schemes(List<RatingView> counted) {
        return counted.stream()
                .map(RatingView::runId)
                .distinct()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> rules.version(
                                        runs.find(id).orElseThrow().schemeVersion(), StarScheme.KEY, StarScheme.class)
                                .value()));
    }

    /** The parts whose points are others than by the scheme that it was computed by, and the levels that are. */
    private static List<Part> why(StarScheme was, Figures figures, Rating rated) {
        Rating old = was.rate(figures);
        return rated.parts().stream()
                .filter(s -> {
                    Rating.Scored before = old.of(s.part());
                    return before.points() != s.points() || before.weight() != s.weight();
                })
                .map(Rating.Scored::part)
                .toList();
    }

    /**
     * Makes the draft a version from that day on; needs {@code CODES_EDIT}. It changes nothing of the past: a year is rated by
     * the scheme of its end. Refuses as {@link RuleBook#add}.
     *
     * @return its number
     */
    @Transactional
    public int adopt(Actor actor, StarScheme draft, LocalDate from, String note) {
        return book.add(actor, StarScheme.KEY, from, json.writeValueAsString(draft), note);
    }

    /**
     * What would change.
     *
     * @param year the year
     * @param teams how many teams
     * @param gained how many would have more stars
     * @param lost how many fewer
     * @param before how many had how many stars by computation, none first
     * @param after the same by the draft
     * @param changes those that would change, the largest difference first, at most 200
     */
    public record Outcome(
            int year,
            int teams,
            int gained,
            int lost,
            List<Integer> before,
            List<Integer> after,
            List<Change> changes) {}

    /**
     * A team that would have other stars.
     *
     * @param rating its rating as it is kept
     * @param before its stars by computation
     * @param rated what the draft makes of it
     * @param parts the parts with other points or weight; none if only what the stars need is another
     */
    public record Change(RatingView rating, int before, Rating rated, List<Part> parts) {}
}
