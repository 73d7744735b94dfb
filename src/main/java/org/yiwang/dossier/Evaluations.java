package org.yiwang.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.dossier.StandingStore.NewEntry;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Codes;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * What a team says of the service of its crew (Order 67 art. 10). Nobody is evaluated unless somebody does so; each may be
 * changed until both sides have spoken or the time has run out, and then each sees what the other said.
 */
@Component
public class Evaluations {

    private static final int LIST_SIZE = 200;
    private static final int RECENT = 30;

    private final TurnStore turns;
    private final EntryStore entries;
    private final StandingStore standings;
    private final EntryKeeper keeper;
    private final ClosedActivities closed;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final Codes codes;
    private final Rules rules;
    private final AuditTrail audit;
    private final Clock clock;

    Evaluations(
            TurnStore turns,
            EntryStore entries,
            StandingStore standings,
            EntryKeeper keeper,
            ClosedActivities closed,
            Volunteers volunteers,
            Organizations organizations,
            Codes codes,
            Rules rules,
            AuditTrail audit,
            Clock clock) {
        this.turns = turns;
        this.entries = entries;
        this.standings = standings;
        this.keeper = keeper;
        this.closed = closed;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.codes = codes;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Closed activities within reach whose crew is not evaluated yet and still may be, the most urgent first. */
    public List<EvaluationDuty> duties(Actor actor) {
        return turns.duties(actor.reach(Permission.DOSSIER_RECORD), clock.instant(), LIST_SIZE);
    }

    /** Those who served in an activity, with what the team said; refuses with {@code dossier.not-closed} before. */
    @Transactional
    public Crew crew(Actor actor, long activityId) {
        Window window = require(actor, activityId);
        closed.addLate(window);
        Instant now = clock.instant();
        List<Turn> all = turns.turns(activityId);
        Map<Long, Evaluation> said = said(activityId, all);
        Map<Long, VolunteerView> people =
                volunteers.getAll(all.stream().map(Turn::volunteerId).toList());
        List<Mate> mates = new ArrayList<>();
        for (Turn turn : all) {
            VolunteerView person = people.get(turn.volunteerId());
            if (person != null) {
                mates.add(mate(actor, person, turn, said.get(turn.volunteerId()), now));
            }
        }
        mates.sort(Comparator.comparing(Mate::name));
        audit.lookAtList(
                actor,
                "activity:" + Ids.text(activityId) + " evaluation",
                mates.size(),
                window.holder().region());
        return new Crew(
                activityId,
                window.title(),
                window.dueOn(),
                keeper.day(window.openUntil()),
                window.isOpen(now),
                mates,
                rule().value().reasonFor());
    }

    private static Mate mate(Actor actor, VolunteerView person, Turn turn, @Nullable Evaluation said, Instant now) {
        return new Mate(
                person.id(),
                person.name(),
                person.number(),
                said,
                turn.isOpened(now),
                person.concerns(actor.accountId()),
                person.state() == VolunteerView.State.VALID);
    }

    private Map<Long, Evaluation> said(long activityId, List<Turn> all) {
        return entries
                .ofActivity(activityId, all.stream().map(Turn::volunteerId).toList())
                .stream()
                .collect(Collectors.toMap(e -> e.mark().volunteerId(), e -> e));
    }

    /**
     * Evaluates several of a crew; all or nothing. What is said already and stays the same is left alone. Refuses with
     * {@code dossier.own-matter}, {@code dossier.reason-needed} for qualities that need one, {@code dossier.time-over},
     * {@code dossier.both-spoke}, {@code dossier.evaluated-meanwhile}.
     *
     * @return how many were evaluated or changed
     */
    @Transactional
    public int evaluate(Actor actor, long activityId, List<Judgement> judgements) {
        Window window = require(actor, activityId);
        Rule<EvaluationRule> rule = rule();
        int done = 0;
        List<Judgement> inOrder = new ArrayList<>(judgements);
        inOrder.sort(Comparator.comparingLong(Judgement::volunteerId));
        for (Judgement judgement : inOrder) {
            if (evaluate(actor, window, judgement.checked(codes, rule.value()), rule.version())) {
                done++;
            }
        }
        if (done > 0) {
            audit.write(
                    actor,
                    "dossier.evaluate",
                    "activity:" + Ids.text(activityId),
                    "people: " + done,
                    window.holder().region());
        }
        return done;
    }

    private boolean evaluate(Actor actor, Window window, Judgement judgement, int ruleVersion) {
        Instant now = clock.instant();
        VolunteerView person = keeper.requireOther(actor, judgement.volunteerId());
        if (person.state() != VolunteerView.State.VALID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        Turn turn =
                turns.lock(window.activityId(), person.id()).orElseThrow(() -> new Refusal(DossierProblem.NOT_SERVED));
        Optional<Evaluation> before = standings
                .evaluationOf(person.id(), window.activityId())
                .flatMap(id -> entries.evaluation(person.id(), id));
        if (before.filter(judgement::isSame).isPresent()) {
            return false;
        }
        turn.requireOpen(now);
        Long known = before.map(e -> e.mark().entryId()).orElse(null);
        if (!Objects.equals(known, judgement.instead())) {
            throw new Refusal(DossierProblem.EVALUATED_MEANWHILE, person.name());
        }
        before.ifPresent(old -> keeper.end(
                keeper.lock(person.id(), old.mark().entryId(), EntryState.RECORDED),
                EntryState.SUPERSEDED,
                keeper.deed(actor, "dossier.why.changed-in-time")));
        boolean both = turn.volunteerAt() != null;
        write(actor, window, turn, judgement, new Writing(known, both ? now : turn.openUntil(), ruleVersion));
        turns.teamSpoke(turn, now);
        if (both) {
            keeper.shown(person.id(), window.activityId());
            keeper.tell(List.of(person), "notice.dossier.evaluated", window.title());
        } else if (known == null) {
            keeper.tell(
                    List.of(person), "notice.dossier.evaluated-hidden", window.title(), keeper.day(turn.openUntil()));
        }
        return true;
    }

    private void write(Actor actor, Window window, Turn turn, Judgement judgement, Writing how) {
        NewEntry entry = new NewEntry(
                turn.volunteerId(),
                Ids.next(),
                Part.EVALUATION,
                window.activityId(),
                window.holder(),
                null,
                how.instead,
                how.shownFrom);
        EntryMark mark = new EntryMark(
                entry.volunteerId(),
                entry.entryId(),
                Part.EVALUATION,
                EntryState.RECORDED,
                window.holder().organizationId(),
                window.holder().name(),
                null,
                null,
                clock.instant());
        entries.insert(
                new Evaluation(
                        mark,
                        window.activityId(),
                        window.title(),
                        window.holder().name(),
                        judgement.quality(),
                        judgement.words(),
                        turn.servedOn(),
                        keeper.today()),
                how.ruleVersion);
        standings.insert(entry, EntryState.RECORDED, keeper.deed(actor, null));
    }

    /** What the crew said of the activity, as sums of at least as many voices as the rule demands; and their words. */
    @Transactional(readOnly = true)
    public Heard heard(Actor actor, long activityId) {
        require(actor, activityId);
        int group = rule().value().teamSeesFrom();
        Instant now = clock.instant();
        return new Heard(turns.sums("activity_id", activityId, group, now), turns.words(activityId, group, now), group);
    }

    /** Closed activities of an organization, by id, the last closed first. */
    public Map<Long, String> recent(Actor actor, long organizationId) {
        organizations.require(actor, Permission.DOSSIER_RECORD, organizationId);
        return turns.recent(organizationId, RECENT);
    }

    private Window require(Actor actor, long activityId) {
        Window window = turns.window(activityId).orElseThrow(() -> new Refusal(DossierProblem.NOT_CLOSED));
        window.holder().require(actor);
        return window;
    }

    private Rule<EvaluationRule> rule() {
        return rules.current(EvaluationRule.KEY, EvaluationRule.class);
    }

    private record Writing(@Nullable Long instead, Instant shownFrom, int ruleVersion) {}

    /**
     * What the team hears back.
     *
     * @param sums added-up answers
     * @param words what was written, without names
     * @param from from how many voices they are shown
     */
    public record Heard(VoiceSums sums, List<String> words, int from) {}
}
