package org.yiwang.honour;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.account.AuditTrail;
import org.yiwang.honour.Nominee.State;
import org.yiwang.honour.PanelStore.Seat;
import org.yiwang.honour.Tally.Candidate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;

/** How a round goes from state to state. Every caller holds the round ({@link RoundStore#lock}) in its transaction. */
@Component
class RoundLife {

    private final RoundStore rounds;
    private final NominationStore nominations;
    private final PanelStore panel;
    private final Recusals recusals;
    private final Eligibility eligibility;
    private final FactSheet facts;
    private final RoundTold told;
    private final AuditTrail audit;
    private final Rules rules;
    private final Clock clock;

    RoundLife(
            RoundStore rounds,
            NominationStore nominations,
            PanelStore panel,
            Recusals recusals,
            Eligibility eligibility,
            FactSheet facts,
            RoundTold told,
            AuditTrail audit,
            Rules rules,
            Clock clock) {
        this.rounds = rounds;
        this.nominations = nominations;
        this.panel = panel;
        this.recusals = recusals;
        this.eligibility = eligibility;
        this.facts = facts;
        this.told = told;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    RoundView find(long roundId) {
        return rounds.find(roundId).orElseThrow(() -> new Refusal(HonourProblem.ROUND_UNKNOWN));
    }

    RoundView lock(long roundId) {
        return rounds.lock(roundId).orElseThrow(() -> new Refusal(HonourProblem.ROUND_UNKNOWN));
    }

    /** The round, held, if it stands so; otherwise {@code honour.not-now}. */
    RoundView lock(long roundId, RoundState... needed) {
        RoundView round = lock(roundId);
        if (!Set.of(needed).contains(round.state())) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        return round;
    }

    /**
     * Refuses with {@code honour.another-person} an officer who has to do with a nomination of the round: no step that may
     * change its outcome is theirs.
     */
    void requireUninvolved(Actor actor, RoundView round) {
        if (recusals.involvedInAny(actor.accountId(), nominations.ofRound(round.id()))) {
            throw new Refusal(HonourProblem.ANOTHER_PERSON);
        }
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }

    HonourLimits limits() {
        return rules.current(HonourLimits.KEY, HonourLimits.class).value();
    }

    /** Notes what was done, with the round and in the audit trail. */
    void note(Actor actor, RoundView round, String what, @Nullable String why) {
        rounds.step(round.id(), what, actor.accountId(), why, now());
        audit.write(actor, "honour." + what, "award-round:" + Ids.text(round.id()), why, round.region());
    }

    /** Notes in the audit trail what was done to one nomination, and why if a reason was given. */
    void trace(Actor actor, RoundView round, long nomination, String what, @Nullable String why) {
        audit.write(actor, "honour." + what, "award-nomination:" + Ids.text(nomination), why, round.region());
    }

    /** Ends the nominations: who has not agreed is out, who does not fulfil the terms any more is taken out and told why. */
    void startReview(RoundView round) {
        List<Nominee> all = nominations.ofRound(round.id());
        if (all.stream().noneMatch(n -> n.state() == State.AGREED)) {
            late(round, "notice.honour.nobody-agreed");
            return;
        }
        for (Nominee nominee : all) {
            if (nominee.state() == State.ASKED) {
                nominations.move(nominee.id(), State.LAPSED, null);
            } else if (nominee.state() == State.AGREED) {
                nominations.facts(
                        nominee.id(),
                        facts.of(
                                nominee.person(),
                                round.terms().countedFrom(),
                                round.terms().countedTo()),
                        now());
                eligibility.obstacle(round, nominee.person()).ifPresent(why -> {
                    nominations.move(nominee.id(), State.REMOVED, reason(why));
                    trace(Actor.SYSTEM, round, nominee.id(), "not-eligible", reason(why));
                    told.nominee(
                            nominee, "notice.honour.not-eligible", round.terms().name());
                });
            }
        }
        nominations.lapseUnasked(round.id());
        rounds.move(round.id(), RoundState.REVIEWING, null, now());
        note(Actor.SYSTEM, round, "review", null);
        panel.seats(round.id())
                .forEach(seat -> told.judge(
                        seat.accountId(),
                        round,
                        "notice.honour.judge",
                        round.terms().name(),
                        round.terms().reviewUntil()));
        if (panel.seats(round.id()).size() < limits().panelFrom()) {
            told.office(round, "notice.honour.panel-missing", round.terms().name());
        }
    }

    /** Key of the message by which the person reads why. */
    static String reason(Refusal why) {
        return "honour.why."
                + why.problem().code().substring("honour.".length()).toLowerCase(Locale.ROOT);
    }

    /** Tells the office once that the round cannot go on by itself. */
    void late(RoundView round, String key) {
        if (rounds.tellLate(round.id(), today())) {
            told.office(round, key, round.terms().name());
        }
    }

    /**
     * Ends the review and computes the result; refuses with {@code honour.scores-missing} while a nominee has too few. Where a
     * tie must be decided, who decides is told; otherwise the public notice begins.
     */
    void closeReview(Actor actor, RoundView round) {
        if (!round.scoresClosed()) {
            requireScores(round);
            List<Nominee> nominees = agreed(round);
            panel.seats(round.id())
                    .forEach(seat -> panel.leaveOut(seat.accountId(), recusals.of(round, seat, nominees)));
            rounds.closeScores(round.id());
            note(actor, round, "scored", null);
        }
        settle(lock(round.id()));
    }

    /** Those who agreed, with what their sheets come to. */
    private List<Candidate> candidates(RoundView round) {
        Map<Long, Map<Long, List<Integer>>> sheets = countedSheets(round);
        List<Candidate> all = new ArrayList<>();
        for (Nominee n : agreed(round)) {
            var criteria = Tally.criteria(
                    round.terms().scoring(),
                    round.terms().criteria().size(),
                    sheets.getOrDefault(n.id(), Map.of()).values());
            all.add(new Candidate(n.id(), Tally.total(criteria), n.tieOrder()));
        }
        return all;
    }

    /**
     * The sheets that count: complete, and of judges who do not stay out for that nominee. Who stays out is settled when the
     * review is closed: whatever judges join or wherever they move later, no total changes.
     */
    Map<Long, Map<Long, List<Integer>>> countedSheets(RoundView round) {
        Map<Long, Map<Long, List<Integer>>> sheets = new HashMap<>(panel.sheets(round.id()));
        if (round.scoresClosed()) {
            return sheets;
        }
        List<Nominee> nominees = agreed(round);
        for (Seat seat : panel.seats(round.id())) {
            recusals.of(round, seat, nominees)
                    .forEach(n -> sheets.computeIfPresent(n, (_, byJudge) -> {
                        byJudge.remove(seat.accountId());
                        return byJudge;
                    }));
        }
        return sheets;
    }

    List<Nominee> agreed(RoundView round) {
        return nominations.ofRound(round.id()).stream()
                .filter(n -> n.state() == State.AGREED)
                .toList();
    }

    private void requireScores(RoundView round) {
        List<Nominee> nominees = agreed(round);
        if (nominees.isEmpty()) {
            throw new Refusal(HonourProblem.NO_NOMINEES);
        }
        int from = limits().scoresFrom();
        var sheets = countedSheets(round);
        long tooFew = nominees.stream()
                .filter(n -> sheets.getOrDefault(n.id(), Map.of()).size() < from)
                .count();
        if (tooFew > 0) {
            throw new Refusal(HonourProblem.SCORES_MISSING, tooFew, from);
        }
    }

    /** Those whose order a judge must decide before the round can go on. */
    Optional<List<Candidate>> tie(RoundView round) {
        return round.scoresClosed() && !round.state().isOver()
                ? Tally.tie(candidates(round), round.terms().places())
                : Optional.empty();
    }

    /**
     * Computes places anew; those of an undecided tie have none. Without a tie the public notice begins; whoever moves up
     * during it has the days of the notice in full.
     */
    void settle(RoundView round) {
        Set<Long> before = placed(round);
        List<Candidate> all = candidates(round);
        Map<Long, Nominee.Result> places = Tally.places(all);
        Optional<List<Candidate>> tie = Tally.tie(all, round.terms().places());
        tie.ifPresent(tied -> tied.forEach(c -> places.remove(c.id())));
        nominations.results(round.id(), places);
        if (tie.isPresent()) {
            tellDecider(round);
        } else if (round.state() == RoundState.REVIEWING) {
            LocalDate until = noticeEnd(round);
            rounds.move(round.id(), RoundState.NOTICE, until, now());
            note(Actor.SYSTEM, round, "notice", null);
            agreed(round)
                    .forEach(n -> told.nominee(
                            n, "notice.honour.on-notice", round.terms().name(), until));
        }
        if (round.state() == RoundState.NOTICE) {
            agreed(round).stream()
                    .filter(n -> n.isPlaced(round.terms().places()) && !before.contains(n.id()))
                    .forEach(n -> moveUp(round, n));
        }
    }

    private void moveUp(RoundView round, Nominee nominee) {
        rounds.move(round.id(), RoundState.NOTICE, noticeEnd(round), now());
        note(Actor.SYSTEM, round, "moved-up", null);
        told.nominee(nominee, "notice.honour.moved-up", round.terms().name());
    }

    private void tellDecider(RoundView round) {
        String name = round.terms().name();
        tieDecider(round)
                .ifPresentOrElse(
                        account -> told.judge(account, round, "notice.honour.tie", name),
                        () -> told.office(round, "notice.honour.tie-nobody", name));
    }

    LocalDate noticeEnd(RoundView round) {
        return rules.workingDays().after(today(), round.terms().noticeDays());
    }

    /** The nominees whose order must be decided, none if there is no tie. */
    List<Nominee> tied(RoundView round) {
        List<Long> tied =
                tie(round).stream().flatMap(List::stream).map(Candidate::id).toList();
        return agreed(round).stream().filter(n -> tied.contains(n.id())).toList();
    }

    /** Who decides a tie: the judge in the lowest seat who stays out for none of those tied; nobody if there is none. */
    Optional<Long> tieDecider(RoundView round) {
        List<Nominee> nominees = tied(round);
        return panel.seats(round.id()).stream()
                .filter(seat -> recusals.of(round, seat, nominees).isEmpty())
                .map(Seat::accountId)
                .findFirst();
    }

    /** Takes somebody out who was told why; the next in line moves up. */
    void remove(Actor actor, RoundView round, Nominee nominee, String why) {
        nominations.move(nominee.id(), State.REMOVED, why);
        note(actor, round, "removed", nominee.person().number());
        trace(actor, round, nominee.id(), "removed", why);
        told.nominee(nominee, "notice.honour.removed", round.terms().name());
        if (round.scoresClosed()) {
            settle(lock(round.id()));
        }
    }

    private Set<Long> placed(RoundView round) {
        return agreed(round).stream()
                .filter(n -> n.isPlaced(round.terms().places()))
                .map(Nominee::id)
                .collect(Collectors.toSet());
    }
}
