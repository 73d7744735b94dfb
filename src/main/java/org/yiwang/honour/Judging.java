package org.yiwang.honour;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.honour.Nominee.State;
import org.yiwang.honour.PanelStore.Seat;
import org.yiwang.honour.Tally.Candidate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;

/**
 * What a judge does: reads what is nominated, marks claims that nothing supports, scores, and decides ties. A judge sees the
 * own scores only, and nothing of nominees for whom the judge stays out.
 */
@Component
public class Judging {

    private final RoundLife life;
    private final NominationStore nominations;
    private final PanelStore panel;
    private final Recusals recusals;
    private final RoundTold told;

    Judging(RoundLife life, NominationStore nominations, PanelStore panel, Recusals recusals, RoundTold told) {
        this.life = life;
        this.nominations = nominations;
        this.panel = panel;
        this.recusals = recusals;
        this.told = told;
    }

    /** The rounds on whose panel the person is, the latest first. */
    @Transactional(readOnly = true)
    public List<Work> list(Actor actor) {
        return panel.roundsOf(actor.accountId()).stream()
                .map(id -> work(actor, id))
                .toList();
    }

    /** How many nominees wait for the person's scores, and ties for a decision. */
    @Transactional(readOnly = true)
    public int countWaiting(Actor actor) {
        return list(actor).stream()
                .mapToInt(w -> w.toScore() + (w.tied().isEmpty() ? 0 : 1))
                .sum();
    }

    /** One round; refuses with {@code honour.not-a-judge}. */
    @Transactional(readOnly = true)
    public Work get(Actor actor, long roundId) {
        return work(actor, roundId);
    }

    /** One nominee who agreed, with the own scores; refuses with {@code honour.recused} and {@code honour.not-now}. */
    @Transactional(readOnly = true)
    public Sheet sheet(Actor actor, long nominationId) {
        Nominee nominee = find(nominationId);
        RoundView round = life.find(nominee.roundId());
        requireJudge(actor, round, nominee);
        if (round.state() != RoundState.REVIEWING || nominee.state() != State.AGREED) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        return new Sheet(round, nominee, scores(round, nominationId, actor));
    }

    /**
     * Scores a nominee, each criterion; may be changed until the review is closed. Refuses with {@code honour.recused}, {@code
     * honour.scores}, {@code honour.not-now}.
     */
    @Transactional
    public void score(Actor actor, long nominationId, List<Integer> scores) {
        RoundView round = reviewing(actor, nominationId);
        Scoring scoring = round.terms().scoring();
        boolean good = scores.size() == round.terms().criteria().size()
                && scores.stream().allMatch(s -> s >= scoring.least() && s <= scoring.most());
        if (!good) {
            throw new Refusal(HonourProblem.SCORES, scoring.least(), scoring.most());
        }
        panel.score(nominationId, actor.accountId(), scores, life.now());
    }

    /** Marks a claim as not supported, with the reason; the nominator is asked to write it anew. */
    @Transactional
    public void doubt(Actor actor, long nominationId, int no, String why) {
        RoundView round = reviewing(actor, nominationId);
        Nominee nominee = find(nominationId);
        boolean said = nominee.supported().stream().anyMatch(s -> s.no() == no);
        if (!said) {
            throw new Refusal(HonourProblem.STATEMENT_UNKNOWN);
        }
        String reason = HonourText.required("why", why, 300);
        nominations.doubt(nominationId, no, actor.accountId(), reason);
        life.trace(actor, round, nominationId, "claim-doubted", reason);
        told.nominator(nominee, "notice.honour.doubted", round.terms().name(), reason);
        told.nominee(nominee, "notice.honour.doubted", round.terms().name(), reason);
    }

    /**
     * Puts those who are tied into an order, with the reason that they read. Refuses with {@code honour.not-to-decide-tie}
     * whoever it is not for, and {@code honour.tie-order} an order that does not name each of them once.
     *
     * @param order nominations, the first one first
     */
    @Transactional
    public void decideTie(Actor actor, long roundId, List<Long> order, String why) {
        RoundView round = life.lock(roundId, RoundState.REVIEWING, RoundState.NOTICE);
        List<Candidate> tied = life.tie(round).orElseThrow(() -> new Refusal(HonourProblem.NOT_NOW));
        if (life.tieDecider(round).filter(a -> a == actor.accountId()).isEmpty()) {
            throw new Refusal(HonourProblem.NOT_TO_DECIDE_TIE);
        }
        Set<Long> named = new HashSet<>(order);
        Set<Long> ids = tied.stream().map(Candidate::id).collect(Collectors.toSet());
        if (order.size() != ids.size() || !named.equals(ids)) {
            throw new Refusal(HonourProblem.TIE_ORDER).at("order");
        }
        String reason = HonourText.required("why", why, 500);
        panel.decideTie(roundId, tied.getFirst().total(), order, actor.accountId(), reason, life.now());
        life.note(actor, round, "tie-decided", reason);
        life.settle(life.lock(roundId));
    }

    private RoundView reviewing(Actor actor, long nominationId) {
        Nominee nominee = find(nominationId);
        RoundView round = life.lock(nominee.roundId(), RoundState.REVIEWING);
        requireJudge(actor, round, nominee);
        if (round.scoresClosed() || find(nominationId).state() != State.AGREED) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        return round;
    }

    private void requireJudge(Actor actor, RoundView round, Nominee nominee) {
        if (recusals.of(round, seat(actor, round), List.of(nominee)).contains(nominee.id())) {
            throw new Refusal(HonourProblem.RECUSED);
        }
    }

    private Seat seat(Actor actor, RoundView round) {
        return panel.seats(round.id()).stream()
                .filter(s -> s.accountId() == actor.accountId())
                .findFirst()
                .orElseThrow(() -> new Refusal(HonourProblem.NOT_A_JUDGE));
    }

    private Nominee find(long nominationId) {
        return nominations.find(nominationId).orElseThrow(() -> new Refusal(HonourProblem.NOMINATION_UNKNOWN));
    }

    private List<Integer> scores(RoundView round, long nominationId, Actor actor) {
        return panel.sheets(round.id()).getOrDefault(nominationId, Map.of()).getOrDefault(actor.accountId(), List.of());
    }

    private Work work(Actor actor, long roundId) {
        RoundView round = life.find(roundId);
        Seat seat = seat(actor, round);
        if (round.state() != RoundState.REVIEWING && round.state() != RoundState.NOTICE) {
            return new Work(round, 0, List.of(), 0, List.of());
        }
        List<Nominee> nominees = life.agreed(round);
        Set<Long> out = recusals.of(round, seat, nominees);
        List<Sheet> sheets = new ArrayList<>();
        for (Nominee n : nominees) {
            if (!out.contains(n.id())) {
                sheets.add(new Sheet(round, n, scores(round, n.id(), actor)));
            }
        }
        boolean decides =
                life.tieDecider(round).filter(a -> a == actor.accountId()).isPresent();
        Set<Long> ids = life.tie(round).stream()
                .flatMap(List::stream)
                .map(Candidate::id)
                .collect(Collectors.toSet());
        List<Nominee> tied =
                decides ? nominees.stream().filter(n -> ids.contains(n.id())).toList() : List.of();
        int toScore = round.state() == RoundState.REVIEWING && !round.scoresClosed()
                ? (int) sheets.stream().filter(s -> s.scores().isEmpty()).count()
                : 0;
        return new Work(round, out.size(), round.state() == RoundState.REVIEWING ? sheets : List.of(), toScore, tied);
    }

    /**
     * A round as one judge sees it.
     *
     * @param round the round
     * @param recused for how many the judge stays out
     * @param sheets those to be scored, with the own scores
     * @param toScore how many are not scored yet
     * @param tied those whose order the judge must decide, none unless so
     */
    public record Work(RoundView round, int recused, List<Sheet> sheets, int toScore, List<Nominee> tied) {}

    /**
     * A nominee with one judge's scores.
     *
     * @param round the round
     * @param nominee the nominee
     * @param scores the own scores by criterion; none before
     */
    public record Sheet(RoundView round, Nominee nominee, List<Integer> scores) {}
}
