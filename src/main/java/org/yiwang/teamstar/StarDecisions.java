package org.yiwang.teamstar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Actor.AccessProblem;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Rules;
import org.yiwang.teamstar.RatingView.Aside;
import org.yiwang.teamstar.RatingView.State;
import org.yiwang.teamstar.StepView.What;
import org.yiwang.volunteer.Volunteers;

/**
 * What the office decides about what was computed: confirm it, or set it aside with a reason. More stars than computed need a
 * reason and a second person, and never over a minimum condition; stars on public notice are taken away by two people, the team
 * told first (ADR 0014). Nobody decides about a team of one's own. A question of the
 * team is answered with the decision. Every call needs {@code STAR_REVIEW} over the whole region of the run.
 */
@Component
public class StarDecisions {

    private static final int LONGEST = 500;

    private final RunStore runs;
    private final RatingStore ratings;
    private final Measuring measuring;
    private final OwnTeams ownTeams;
    private final Organizations organizations;
    private final Volunteers volunteers;
    private final AuditTrail audit;
    private final Notifications notifications;
    private final Rules rules;
    private final Clock clock;

    StarDecisions(
            RunStore runs,
            RatingStore ratings,
            Measuring measuring,
            OwnTeams ownTeams,
            Organizations organizations,
            Volunteers volunteers,
            AuditTrail audit,
            Notifications notifications,
            Rules rules,
            Clock clock) {
        this.runs = runs;
        this.ratings = ratings;
        this.measuring = measuring;
        this.ownTeams = ownTeams;
        this.organizations = organizations;
        this.volunteers = volunteers;
        this.audit = audit;
        this.notifications = notifications;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Confirms the stars that were computed. Refuses with {@code teamstar.no-stars}, {@code teamstar.raise-waits}, {@code
     * teamstar.answer-needed}.
     *
     * @param answer to the team's question, empty where there is none
     */
    @Transactional
    public void confirm(Actor actor, long organizationId, int year, String answer) {
        RatingView rating = open(actor, organizationId, year, false);
        Integer computed = rating.computedStars();
        requireNoRaise(rating);
        if (computed == null || computed == 0) {
            throw new Refusal(TeamStarProblem.NO_STARS);
        }
        requireAnswer(rating, answer);
        ratings.decide(rating, State.CONFIRMED, computed, actor.accountId(), null);
        note(actor, rating, What.CONFIRMED, computed, answer);
    }

    /**
     * Gives no stars this year. Once stars are on public notice the team can ask no more: then it is told first and has working
     * days to reply, and a second person decides ({@link #decideAside}). Refuses with {@code teamstar.reason-needed}, {@code
     * teamstar.raise-waits}, {@code teamstar.aside-waits}, {@code teamstar.no-stars}.
     */
    @Transactional
    public void setAside(Actor actor, long organizationId, int year, String reason) {
        RatingView rating = open(actor, organizationId, year, true);
        requireNoRaise(rating);
        requireReason(reason);
        if (runs.find(rating.runId()).orElseThrow().state() == RunView.State.NOTICE) {
            tellAside(actor, rating, reason.strip());
            return;
        }
        ratings.decide(rating, State.SET_ASIDE, null, actor.accountId(), null);
        note(actor, rating, What.SET_ASIDE, 0, reason);
    }

    private void tellAside(Actor actor, RatingView rating, String reason) {
        if (rating.aside() != null) {
            throw new Refusal(TeamStarProblem.ASIDE_WAITS);
        }
        if (rating.state() != State.CONFIRMED) {
            throw new Refusal(TeamStarProblem.NO_STARS);
        }
        LocalDate until = rules.workingDays()
                .after(
                        LocalDate.now(clock),
                        rules.current(Hearing.KEY, Hearing.class).value().days());
        ratings.aside(rating, new Aside(actor.accountId(), reason, until, null));
        note(actor, rating, What.ASIDE_TOLD, 0, reason);
        tell(rating, "notice.teamstar.aside-told", reason, until.toString());
    }

    /**
     * Decides, as a second person, whether stars on public notice are taken away, of which the team was told: only after it has
     * replied, or its days are over. That they stay can be said at once, but not over a sanction or sold hours. Refuses with
     * {@code teamstar.nothing-aside}, {@code teamstar.another-person}, {@code teamstar.team-may-reply}, {@code
     * teamstar.obstacle}, {@code teamstar.reason-needed}.
     */
    @Transactional
    public void decideAside(Actor actor, long organizationId, int year, boolean agree, String words) {
        RatingView rating = open(actor, organizationId, year, true);
        Aside aside = rating.aside();
        if (aside == null) {
            throw new Refusal(TeamStarProblem.NOTHING_ASIDE);
        }
        if (!aside.isFound() && volunteers.isOneHuman(actor.accountId(), aside.by())) {
            throw new Refusal(TeamStarProblem.ANOTHER_PERSON);
        }
        requireReason(words);
        if (agree) {
            if (aside.reply() == null && !LocalDate.now(clock).isAfter(aside.until())) {
                throw new Refusal(TeamStarProblem.TEAM_MAY_REPLY, aside.until());
            }
            ratings.decide(rating, State.SET_ASIDE, null, aside.by(), actor.accountId());
            note(actor, rating, What.SET_ASIDE, 0, words);
            return;
        }
        Obstacle standing = measuring.standing(List.of(organizationId), year).get(organizationId);
        if (standing == Obstacle.SANCTIONED || standing == Obstacle.SOLD_HOURS) {
            throw new Refusal(TeamStarProblem.OBSTACLE);
        }
        ratings.aside(rating, null);
        note(actor, rating, What.KEPT, rating.stars() == null ? 0 : rating.stars(), words);
    }

    /**
     * Asks for more stars than were computed. Refuses with {@code teamstar.not-higher}, {@code teamstar.obstacle}, {@code
     * teamstar.raise-waits}, {@code teamstar.reason-needed}.
     */
    @Transactional
    public void raise(Actor actor, long organizationId, int year, int stars, String reason) {
        RatingView rating = open(actor, organizationId, year, false);
        requireNoRaise(rating);
        requireReason(reason);
        if (rating.computedStars() == null || stars <= rating.computedStars() || stars > StarScheme.MOST) {
            throw new Refusal(TeamStarProblem.NOT_HIGHER).at("stars");
        }
        if (ratings.hasObstacle(organizationId, year)) {
            throw new Refusal(TeamStarProblem.OBSTACLE);
        }
        ratings.askRaise(rating, stars, actor.accountId());
        note(actor, rating, What.RAISE_ASKED, stars, reason);
    }

    /**
     * Decides about more stars than computed, as a second person. Refuses with {@code teamstar.nothing-raised}, {@code
     * teamstar.another-person} to whoever asked for them and to the same human by another account, {@code
     * teamstar.reason-needed}.
     */
    @Transactional
    public void second(Actor actor, long organizationId, int year, boolean agree, String words) {
        RatingView rating = open(actor, organizationId, year, false);
        Integer to = rating.raiseTo();
        Long first = rating.raiseBy();
        if (to == null || first == null) {
            throw new Refusal(TeamStarProblem.NOTHING_RAISED);
        }
        if (volunteers.isOneHuman(actor.accountId(), first)) {
            throw new Refusal(TeamStarProblem.ANOTHER_PERSON);
        }
        requireReason(words);
        if (agree) {
            ratings.decide(rating, State.CONFIRMED, to, first, actor.accountId());
        } else {
            ratings.refuseRaise(rating);
        }
        note(actor, rating, agree ? What.RAISED : What.RAISE_REFUSED, to, words);
    }

    /**
     * Confirms all ratings of a run that have stars, no open question and no raise, as computed; teams of one's own are left to
     * another person.
     *
     * @return how many
     */
    @Transactional
    public int confirmAll(Actor actor, long runId) {
        requireOpen(actor, runs.hold(runId).orElseThrow(() -> new Refusal(TeamStarProblem.UNKNOWN)), false);
        List<RatingView> plain = ratings.plain(runId);
        Set<Long> own = ownTeams.of(
                actor, plain.stream().map(RatingView::organizationId).toList());
        List<RatingView> confirmed =
                plain.stream().filter(r -> !own.contains(r.organizationId())).toList();
        if (confirmed.isEmpty()) {
            return 0;
        }
        List<Long> teams = confirmed.stream().map(RatingView::organizationId).toList();
        int year = confirmed.getFirst().year();
        ratings.confirmAll(year, teams, actor.accountId());
        ratings.addStep(teams, year, new StepView(What.CONFIRMED, null, null, actor.accountId(), clock.instant()));
        audit.write(actor, "teamstar.confirm-all", "team-stars:" + Ids.text(runId), confirmed.size() + " teams");
        return confirmed.size();
    }

    private RatingView open(Actor actor, long organizationId, int year, boolean onNotice) {
        RatingView found = ratings.find(organizationId, year).orElseThrow(() -> new Refusal(TeamStarProblem.UNKNOWN));
        // The run first, as in everything that changes many ratings at once.
        requireOpen(actor, runs.hold(found.runId()).orElseThrow(), onNotice);
        RatingView rating = ratings.lock(organizationId, year).orElseThrow();
        if (!ownTeams.of(actor, List.of(organizationId)).isEmpty()) {
            throw new Refusal(TeamStarProblem.OWN_TEAM);
        }
        return rating;
    }

    private static void requireOpen(Actor actor, RunView run, boolean onNotice) {
        if (!TeamStarRuns.office(actor).covers(run.region())) {
            throw new Refusal(AccessProblem.OUT_OF_SCOPE);
        }
        switch (run.state()) {
            case COUNTING -> throw new Refusal(TeamStarProblem.STILL_COUNTING);
            case PUBLISHED -> throw new Refusal(TeamStarProblem.NO_LONGER_OPEN);
            case NOTICE -> {
                if (!onNotice) {
                    throw new Refusal(TeamStarProblem.NO_LONGER_OPEN);
                }
            }
            case OPEN -> {
                if (!run.isWhole()) {
                    throw new Refusal(TeamStarProblem.YEAR_NOT_OVER);
                }
            }
        }
    }

    private static void requireNoRaise(RatingView rating) {
        if (rating.state() == State.RAISE) {
            throw new Refusal(TeamStarProblem.RAISE_WAITS);
        }
    }

    private static void requireAnswer(RatingView rating, String answer) {
        if (rating.isAsking() && answer.isBlank()) {
            throw new Refusal(TeamStarProblem.ANSWER_NEEDED).at("words");
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new Refusal(TeamStarProblem.REASON_NEEDED).at("words");
        }
    }

    private void note(Actor actor, RatingView rating, What what, int stars, @Nullable String words) {
        String said = words == null || words.isBlank() ? null : words.strip();
        ratings.addStep(
                List.of(rating.organizationId()),
                rating.year(),
                new StepView(what, stars, said, actor.accountId(), clock.instant()));
        audit.write(
                actor,
                "teamstar." + what.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "organization:" + Ids.text(rating.organizationId()) + " " + rating.year(),
                said,
                rating.region());
        boolean answers = rating.isAsking() && what != What.RAISE_ASKED && what != What.RAISE_REFUSED;
        if (answers || what == What.SET_ASIDE || what == What.KEPT) {
            tell(rating, "notice.teamstar.answered", said == null ? "" : said);
        }
    }

    private void tell(RatingView rating, String key, String... more) {
        List<String> args = new ArrayList<>(List.of(rating.name(), String.valueOf(rating.year())));
        args.addAll(List.of(more));
        notifications.tell(
                organizations.leaders(rating.organizationId()),
                new Notice(key, args, "/desk/organizations/" + Ids.text(rating.organizationId()) + "/stars", false));
    }
}
