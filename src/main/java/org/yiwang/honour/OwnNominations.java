package org.yiwang.honour;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.honour.Nominee.State;
import org.yiwang.honour.Tally.Criterion;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Nominations as the nominee sees them: everything that is written, before anybody judges it; agreed to or declined, with no
 * consequence; and the result explained.
 */
@Component
public class OwnNominations {

    private final RoundLife life;
    private final NominationStore nominations;
    private final PanelStore panel;
    private final ObjectionStore objections;
    private final RoundTold told;
    private final Volunteers volunteers;

    OwnNominations(
            RoundLife life,
            NominationStore nominations,
            PanelStore panel,
            ObjectionStore objections,
            RoundTold told,
            Volunteers volunteers) {
        this.life = life;
        this.nominations = nominations;
        this.panel = panel;
        this.objections = objections;
        this.told = told;
        this.volunteers = volunteers;
    }

    /** Those of the person and of wards, the latest first. */
    @Transactional(readOnly = true)
    public List<Nominee> list(Actor actor) {
        return nominations.ofPeople(
                volunteers.actingFor(actor).stream().map(VolunteerView::id).toList());
    }

    /** How many wait for the person's answer. */
    @Transactional(readOnly = true)
    public int countWaiting(Actor actor) {
        return (int) list(actor).stream()
                .filter(n -> n.state() == State.ASKED && life.find(n.roundId()).state() == RoundState.OPEN)
                .count();
    }

    /** One, for the nominee or the nominator; refuses with {@code honour.nomination-unknown} anybody else. */
    @Transactional(readOnly = true)
    public File get(Actor actor, long nominationId) {
        Nominee nominee = find(nominationId);
        boolean own = nominee.asked() && volunteers.mayActFor(actor, nominee.person());
        if (!own && nominee.nominatorAccountId() != actor.accountId()) {
            throw new Refusal(HonourProblem.NOMINATION_UNKNOWN);
        }
        RoundView round = life.find(nominee.roundId());
        return new File(
                round,
                nominee,
                own,
                volunteers.mayConsent(actor, nominee.person()),
                own || maySeeFacts(nominee),
                own ? objections.told(nominationId) : List.of(),
                own ? waiting(objections.found(nominationId)) : List.of(),
                own && round.isDecided() ? explain(round, nominee) : null);
    }

    /**
     * Agrees to be judged, and chooses whether to be named in full in public; may be changed until publication, and the name
     * hidden at any time after. For a minor the guardian agrees (PIPL art. 31): others are refused with {@code
     * honour.guardian-agrees}. Refuses with {@code honour.not-now} once the review has begun.
     */
    @Transactional
    public void agree(Actor actor, long nominationId, boolean showName) {
        Nominee nominee = own(actor, nominationId);
        RoundView round = life.lock(nominee.roundId());
        nominee = own(actor, nominationId);
        boolean now = nominee.state() == State.ASKED && round.state() == RoundState.OPEN
                || nominee.state() == State.AGREED && (!round.state().isOver() || !showName);
        if (!now) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        boolean first = nominee.state() == State.ASKED;
        if ((first || showName) && !volunteers.mayConsent(actor, nominee.person())) {
            throw new Refusal(HonourProblem.GUARDIAN_AGREES);
        }
        nominations.answer(nominationId, State.AGREED, showName, actor.accountId(), life.now());
        life.trace(actor, round, nominationId, showName ? "agreed-with-name" : "agreed", null);
        if (first) {
            told.nominator(
                    nominee,
                    "notice.honour.agreed",
                    nominee.person().maskedName(),
                    round.terms().name());
        }
    }

    /**
     * Says whether judges and everybody may read a claim that the nominator wrote anew; nothing follows from a no. For a minor
     * the guardian says it. Refuses with {@code honour.statement-unknown} what does not wait.
     */
    @Transactional
    public void answerClaim(Actor actor, long nominationId, int no, boolean agree) {
        RoundView round = life.lock(own(actor, nominationId).roundId(), RoundState.OPEN, RoundState.REVIEWING);
        Nominee nominee = own(actor, nominationId);
        if (round.scoresClosed() || nominee.state() != State.AGREED) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        if (nominee.waiting().stream().noneMatch(s -> s.no() == no)) {
            throw new Refusal(HonourProblem.STATEMENT_UNKNOWN);
        }
        if (!volunteers.mayConsent(actor, nominee.person())) {
            throw new Refusal(HonourProblem.GUARDIAN_AGREES);
        }
        nominations.turn(nominationId, no, agree ? Statement.State.SAID : Statement.State.TAKEN_BACK);
        life.trace(actor, round, nominationId, agree ? "claim-agreed" : "claim-declined", null);
    }

    /** Says no, now or later, until publication; nothing follows from it and nobody asks again in this round. */
    @Transactional
    public void decline(Actor actor, long nominationId) {
        RoundView round = life.lock(own(actor, nominationId).roundId());
        Nominee nominee = own(actor, nominationId);
        boolean live = nominee.state() == State.ASKED || nominee.state() == State.AGREED;
        if (!live || round.state().isOver()) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        if (round.scoresClosed()) {
            life.remove(actor, round, nominee, "honour.why.declined");
            return;
        }
        nominations.answer(nominationId, State.DECLINED, false, actor.accountId(), life.now());
        life.trace(actor, round, nominationId, "declined", null);
        told.nominator(
                nominee,
                "notice.honour.declined",
                nominee.person().maskedName(),
                round.terms().name());
    }

    /** Replies to the reason for which the office would take the person out; from then on another person decides. */
    @Transactional
    public void reply(Actor actor, long nominationId, long objectionId, String words) {
        life.lock(own(actor, nominationId).roundId(), RoundState.NOTICE);
        boolean waits = objections.told(nominationId).stream()
                .anyMatch(o -> o.id() == objectionId && o.state() == Objection.State.TOLD);
        if (!waits) {
            throw new Refusal(HonourProblem.OBJECTION_UNKNOWN);
        }
        objections.reply(objectionId, HonourText.required("words", words, 1000));
    }

    /** Who nominated reads facts of those for whom they answer until these say no, and of others while these take part. */
    private static boolean maySeeFacts(Nominee nominee) {
        return nominee.state() == State.AGREED
                || nominee.state() == State.ASKED && nominee.capacity() != Capacity.VOLUNTEER;
    }

    private static List<String> waiting(List<Objection> found) {
        return found.stream()
                .filter(o -> o.state() == Objection.State.OPEN)
                .map(Objection::words)
                .toList();
    }

    private Nominee find(long nominationId) {
        return nominations.find(nominationId).orElseThrow(() -> new Refusal(HonourProblem.NOMINATION_UNKNOWN));
    }

    private Nominee own(Actor actor, long nominationId) {
        Nominee nominee = find(nominationId);
        if (!nominee.asked() || !volunteers.mayActFor(actor, nominee.person())) {
            throw new Refusal(HonourProblem.NOMINATION_UNKNOWN);
        }
        return nominee;
    }

    private @Nullable Explained explain(RoundView round, Nominee nominee) {
        Nominee.Result result = nominee.result();
        if (result == null) {
            return null;
        }
        var sheets = life.countedSheets(round).getOrDefault(nominee.id(), Map.of());
        List<Criterion> criteria =
                Tally.criteria(round.terms().scoring(), round.terms().criteria().size(), sheets.values());
        int last = life.agreed(round).stream()
                .filter(n -> n.isPlaced(round.terms().places()))
                .mapToInt(n -> n.result() == null ? 0 : n.result().total())
                .min()
                .orElse(0);
        return new Explained(
                criteria.stream().map(c -> new Line(c.scores(), c.points())).toList(),
                Tally.total(criteria),
                last,
                result.tied(),
                panel.ties(round.id()).get(result.total()));
    }

    /**
     * A nomination as its nominee or nominator sees it.
     *
     * @param round the round
     * @param nominee the nomination
     * @param own whether the reader is the nominee or the guardian
     * @param mayAgree whether the reader's word is enough to agree: for a minor only the guardian's is
     * @param showFacts whether the reader may read the facts
     * @param told removals of which the nominee was told and that are not decided
     * @param found what the program found before publication, as message keys, until the office has decided
     * @param explained how the result came about, null before
     */
    public record File(
            RoundView round,
            Nominee nominee,
            boolean own,
            boolean mayAgree,
            boolean showFacts,
            List<Objection> told,
            List<String> found,
            @Nullable Explained explained) {}

    /**
     * How a result came about.
     *
     * @param criteria for each criterion all scores, the lowest first, and what they count
     * @param total their sum
     * @param lastPlaced the lowest total that is awarded
     * @param tied how many had the same total
     * @param tieWhy why they were ordered as they are, null if nobody had to
     */
    public record Explained(
            List<Line> criteria,
            int total,
            int lastPlaced,
            int tied,
            @Nullable String tieWhy) {}

    /**
     * One criterion.
     *
     * @param scores all scores, the lowest first
     * @param points what they count by the stated rule
     */
    public record Line(List<Integer> scores, int points) {}
}
