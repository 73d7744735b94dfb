package org.yiwang.star;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.organization.OrganizationView;
import org.yiwang.rules.Rule;
import org.yiwang.star.ReviewLevel.Desk;
import org.yiwang.star.StarApplication.Deed;
import org.yiwang.star.StarApplication.Evaluation;
import org.yiwang.star.StarApplication.State;
import org.yiwang.star.StarApplication.Step;
import org.yiwang.star.StarScheme.Asks;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * The review of applications, level by level as the scheme names them. Every decision is made by the scheme of its day: an
 * application that waits when a new scheme takes effect goes on by the new one. Each level is another person, who is neither
 * the volunteer nor close, nor nominated, objected or decided before.
 */
@Component
public class StarReview {

    private static final int PAGE = 20;

    private final ApplicationStore store;
    private final ApplicationDesk desk;
    private final StarSchemes schemes;
    private final Conflicts conflicts;
    private final TeamsTurn teams;
    private final Volunteers volunteers;
    private final Clock clock;

    StarReview(
            ApplicationStore store,
            ApplicationDesk desk,
            StarSchemes schemes,
            Conflicts conflicts,
            TeamsTurn teams,
            Volunteers volunteers,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.schemes = schemes;
        this.conflicts = conflicts;
        this.teams = teams;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /**
     * An application as those see it who decide.
     *
     * @param application it
     * @param person for whom
     */
    public record Waiting(StarApplication application, VolunteerView person) {}

    /**
     * All that is to be known for a decision.
     *
     * @param application it
     * @param person for whom
     * @param scheme the scheme of today
     * @param reckoning the hours of today under it; null if it has no such star any more
     * @param steps what happened
     * @param conflict why this reader does not decide, null if nothing is against it
     */
    public record File(
            StarApplication application,
            VolunteerView person,
            Rule<StarScheme> scheme,
            @Nullable Reckoning reckoning,
            List<Step> steps,
            @Nullable Refusal conflict) {}

    /**
     * What waits for this person, the longest waiting first.
     *
     * @param below also what waits at levels below, where nobody else may be in post
     */
    @Transactional(readOnly = true)
    public Slice<Waiting> waiting(Actor actor, boolean below, int page) {
        int from = (Slice.page(page) - 1) * PAGE;
        List<StarApplication> rows = store.waiting(desk(actor, !below), PAGE + 1, from);
        var people = volunteers.getAll(
                rows.stream().map(StarApplication::volunteerId).toList());
        return Slice.cut(
                rows.stream()
                        .map(a -> new Waiting(a, Objects.requireNonNull(people.get(a.volunteerId()))))
                        .toList(),
                Slice.page(page),
                PAGE);
    }

    /** How many wait at the person's own level. */
    public int count(Actor actor) {
        return store.countWaiting(desk(actor, true));
    }

    /**
     * One application with all that is to be known; to the volunteer, and whoever stands close, without who objected and why.
     * Refuses with {@code star.unknown} out of reach.
     */
    @Transactional(readOnly = true)
    public File get(Actor actor, long id) {
        StarApplication found =
                store.find(id).filter(a -> reaches(actor, a)).orElseThrow(() -> new Refusal(StarProblem.UNKNOWN));
        Rule<StarScheme> scheme = schemes.current();
        List<Step> steps = store.steps(id);
        VolunteerView person = volunteers.get(found.volunteerId());
        Optional<Asks> asks = scheme.value().find(found.star());
        Evaluation evaluation = found.state().isOpen()
                ? schemes.evaluate(scheme, found.volunteerId(), found.filedAt())
                : found.evaluation();
        Refusal conflict = null;
        try {
            conflicts.requireFresh(actor, found, steps);
        } catch (Refusal refusal) {
            conflict = refusal;
        }
        return new File(
                found,
                person,
                scheme,
                asks.map(a -> scheme.value().reckon(evaluation.minutes(), a)).orElse(null),
                volunteers.isClose(actor.accountId(), person)
                        ? steps.stream().map(Step::sealed).toList()
                        : steps,
                conflict);
    }

    /**
     * Agrees: it goes to the next level, or on public notice after the last. After an objection a reason is needed, and its
     * notice has been: it is granted without another. Refuses with {@code star.unknown}, {@code star.decided-already}, {@code star.below-threshold}, {@code star.no-such-star}, {@code
     * star.reason-needed}, and whoever must not decide with {@code star.own-case}, {@code star.nominated-it}, {@code
     * star.decided-before} or {@code star.objected-before}.
     */
    @Transactional
    public State approve(Actor actor, long id, String why) {
        String said = StarText.upTo("why", why);
        StarApplication found = lock(actor, id);
        if (found.objected() && said.isEmpty()) {
            throw new Refusal(StarProblem.REASON_NEEDED).at("why");
        }
        ReviewLevel at = found.level();
        Rule<StarScheme> scheme = schemes.current();
        Asks asks = scheme.value().find(found.star()).orElseThrow(() -> new Refusal(StarProblem.NO_SUCH_STAR));
        Evaluation evaluation = schemes.evaluate(scheme, found.volunteerId(), found.filedAt());
        Reckoning reckoning = scheme.value().reckon(evaluation.minutes(), asks);
        if (!reckoning.isReached()) {
            throw reckoning.refusal();
        }
        Optional<ReviewLevel> next = asks.next(at, found.teamId() != null)
                .map(level -> StarApplications.level(found.region(), level))
                .filter(level -> level != at);
        Duration notice = found.objected()
                ? Duration.ZERO
                : Duration.ofDays(scheme.value().noticeDays());
        Instant until = clock.instant().plus(notice);
        StarApplication now = found.judged(evaluation).doubted(false);
        now = next.isPresent()
                ? now.with(State.REVIEW, next.get(), null, null)
                : now.with(State.NOTICE, at, until, null);
        desk.move(now, Deed.APPROVED, at, actor, said);
        if (now.state() == State.NOTICE && !notice.isZero()) {
            desk.tell(
                    now,
                    "notice.star.on-notice",
                    found.star(),
                    until.atZone(clock.getZone()).toLocalDate());
        }
        return now.state();
    }

    /** Does not agree: over, with a reason that the volunteer reads. Refuses as {@link #approve} does. */
    @Transactional
    public void refuse(Actor actor, long id, String why) {
        StarApplication found = lock(actor, id);
        String said = StarText.needed("why", why);
        Rule<StarScheme> scheme = schemes.current();
        StarApplication now = found.judged(schemes.evaluate(scheme, found.volunteerId(), found.filedAt()));
        desk.move(desk.close(now, State.REFUSED), Deed.REFUSED, found.level(), actor, said);
        desk.tell(now, "notice.star.refused", found.star(), said);
    }

    private StarApplication lock(Actor actor, long id) {
        StarApplication found =
                store.lock(id).filter(a -> reaches(actor, a)).orElseThrow(() -> new Refusal(StarProblem.UNKNOWN));
        if (found.state() != State.REVIEW) {
            throw new Refusal(StarProblem.DECIDED_ALREADY);
        }
        conflicts.requireFresh(actor, found, store.steps(id));
        return found;
    }

    /** Whether the person may decide, or could have at the level where it was last; a team by who leads it now. */
    private boolean reaches(Actor actor, StarApplication application) {
        ReviewLevel level = application.level();
        if (level == null) {
            return false;
        }
        boolean asksTeam = level == ReviewLevel.TEAM && application.state() == State.REVIEW;
        List<Long> team = asksTeam
                ? teams.asked(application).map(OrganizationView::ancestors).orElse(List.of())
                : application.teamAncestors();
        return desk(actor, false).covers(level, application.region(), team);
    }

    private static Desk desk(Actor actor, boolean ownOnly) {
        return Desk.of(actor.reach(Permission.STAR_REVIEW), ownOnly);
    }
}
