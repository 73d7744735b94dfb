package org.yiwang.honour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.honour.Nominee.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Rules;

/**
 * Award rounds at the office that holds them: written, opened, prolonged, closed, cancelled. Everything needs {@code
 * AWARD_RUN} for the round's region; every step is dated and names who took it.
 */
@Component
public class RoundDesk {

    private static final int PAGE = 20;

    private final RoundStore rounds;
    private final NominationStore nominations;
    private final ObjectionStore objections;
    private final RoundLife life;
    private final Publication publication;
    private final RoundTold told;
    private final Regions regions;
    private final Rules rules;

    RoundDesk(
            RoundStore rounds,
            NominationStore nominations,
            ObjectionStore objections,
            RoundLife life,
            Publication publication,
            RoundTold told,
            Regions regions,
            Rules rules) {
        this.rounds = rounds;
        this.nominations = nominations;
        this.objections = objections;
        this.life = life;
        this.publication = publication;
        this.told = told;
        this.regions = regions;
        this.rules = rules;
    }

    /** The kinds of award that can be held today. */
    public List<RoundKind> kinds() {
        return rules.current(RoundKind.KEY, RoundKind.All.class).value().kinds();
    }

    /** Regions for which the person may hold a round: those of the office and those directly below. */
    public List<RegionView> regions(Actor actor) {
        List<RegionView> all = new ArrayList<>();
        for (String code : actor.reach(Permission.AWARD_RUN).regions()) {
            regions.find(code.isEmpty() ? regions.city().code() : new RegionCode(code))
                    .ifPresent(own -> {
                        all.add(own);
                        all.addAll(regions.children(own.code()));
                    });
        }
        return all.stream().distinct().toList();
    }

    /** The usual terms of a kind, for a round that opens tomorrow. */
    public RoundTerms usual(String kind) {
        return RoundTerms.usual(
                kind(kind), life.today().plusDays(1), life.limits().nominationDaysFrom());
    }

    /**
     * Writes a round as a draft; refuses with {@code honour.kind-unknown}, {@code honour.kind-not-here}, and terms that cannot
     * be.
     *
     * @return its id
     */
    @Transactional
    public long create(Actor actor, RegionCode region, String kindCode, RoundTerms typed) {
        actor.require(Permission.AWARD_RUN, region);
        RoundKind kind = kind(kindCode);
        if (!kind.levels().contains(regions.get(region).code().level())) {
            throw new Refusal(HonourProblem.KIND_NOT_HERE).at("kind");
        }
        RoundView round = new RoundView(
                Ids.next(),
                region,
                kind.code(),
                rules.current(RoundKind.KEY, RoundKind.All.class).version(),
                kind.award(),
                typed.checked(kind, life.limits()),
                RoundState.DRAFT,
                null,
                false,
                actor.accountId(),
                life.now());
        rounds.insert(round);
        life.note(actor, round, "drafted", null);
        return round.id();
    }

    /** Changes the terms of a draft. */
    @Transactional
    public void edit(Actor actor, long roundId, RoundTerms typed) {
        RoundView round = own(actor, roundId, RoundState.DRAFT);
        rounds.update(roundId, typed.checked(kindOf(round), life.limits()));
        life.note(actor, round, "edited", null);
    }

    /** Opens a draft: from now on its terms hold; refuses with {@code honour.opens-in-past}. */
    @Transactional
    public void open(Actor actor, long roundId) {
        RoundView round = own(actor, roundId, RoundState.DRAFT);
        if (round.terms().opensOn().isBefore(life.today())) {
            throw new Refusal(HonourProblem.OPENS_IN_PAST);
        }
        rounds.move(roundId, RoundState.OPEN, null, life.now());
        life.note(actor, round, "opened", null);
    }

    /** Gives more days to nominations or to the review, with a reason; refuses with {@code honour.only-later}. */
    @Transactional
    public void prolong(Actor actor, long roundId, LocalDate nominateUntil, LocalDate reviewUntil, String why) {
        RoundView round = own(actor, roundId, RoundState.OPEN, RoundState.REVIEWING);
        RoundTerms terms = round.terms();
        LocalDate nominations = round.state() == RoundState.OPEN ? nominateUntil : terms.nominateUntil();
        boolean later = !nominations.isBefore(terms.nominateUntil()) && !reviewUntil.isBefore(terms.reviewUntil());
        boolean same = nominations.equals(terms.nominateUntil()) && reviewUntil.equals(terms.reviewUntil());
        if (!later || same || !reviewUntil.isAfter(nominations) || round.scoresClosed()) {
            throw new Refusal(HonourProblem.ONLY_LATER).at("reviewUntil");
        }
        String reason = HonourText.required("why", why, 500);
        rounds.update(roundId, terms.until(nominations, reviewUntil));
        life.note(actor, round, "prolonged", reason);
    }

    /** Ends the review once everybody is scored; refuses with {@code honour.scores-missing}. */
    @Transactional
    public void closeReview(Actor actor, long roundId) {
        life.closeReview(actor, own(actor, roundId, RoundState.REVIEWING));
    }

    /** Ends a round without a result; nominees, and whoever has objected, read the reason. */
    @Transactional
    public void cancel(Actor actor, long roundId, String why) {
        RoundView round =
                own(actor, roundId, RoundState.DRAFT, RoundState.OPEN, RoundState.REVIEWING, RoundState.NOTICE);
        String reason = HonourText.required("why", why, 500);
        rounds.move(roundId, RoundState.CANCELLED, null, life.now());
        life.note(actor, round, "cancelled", reason);
        objections
                .open(roundId)
                .forEach(o ->
                        objections.decide(o.id(), Objection.State.REJECTED, reason, actor.accountId(), life.now()));
        nominations.ofRound(roundId).stream()
                .filter(n -> n.state() == State.ASKED || n.state() == State.AGREED)
                .forEach(n ->
                        told.nominee(n, "notice.honour.cancelled", round.terms().name(), reason));
    }

    /** Rounds within reach, the latest first. */
    @Transactional(readOnly = true)
    public Slice<RoundView> list(Actor actor, int page) {
        int shown = Slice.page(page);
        return Slice.cut(
                rounds.list(
                        EnumSet.allOf(RoundState.class),
                        actor.reach(Permission.AWARD_RUN).regionPatterns(),
                        PAGE + 1,
                        (shown - 1) * PAGE),
                shown,
                PAGE);
    }

    /** A round with everybody nominated; scores and results only once the review is closed. */
    @Transactional(readOnly = true)
    public File get(Actor actor, long roundId) {
        RoundView round = rounds.find(roundId).orElseThrow(() -> new Refusal(HonourProblem.ROUND_UNKNOWN));
        actor.require(Permission.AWARD_RUN, round.region());
        boolean waits = round.state() == RoundState.NOTICE;
        return new File(
                round,
                nominations.ofRound(roundId),
                rounds.steps(roundId),
                life.tie(round).isPresent(),
                waits ? publication.holds(round) : "");
    }

    private RoundView own(Actor actor, long roundId, RoundState... needed) {
        RoundView round = life.lock(roundId);
        actor.require(Permission.AWARD_RUN, round.region());
        life.requireUninvolved(actor, round);
        return life.lock(roundId, needed);
    }

    private RoundKind kind(String code) {
        return kinds().stream()
                .filter(k -> k.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(HonourProblem.KIND_UNKNOWN).at("kind"));
    }

    /** The kind of a round as it was when the round was written. */
    public RoundKind kindOf(RoundView round) {
        return rules.version(round.ruleVersion(), RoundKind.KEY, RoundKind.All.class).value().kinds().stream()
                .filter(k -> k.code().equals(round.kind()))
                .findFirst()
                .orElseThrow(() -> new Refusal(HonourProblem.KIND_UNKNOWN));
    }

    /**
     * A round as its office sees it.
     *
     * @param round the round
     * @param nominees everybody nominated, by place where places are known
     * @param steps what was done, in order
     * @param tied whether a tie waits for a judge
     * @param holds what holds publication up, a key of {@code honour.holds.…}; empty if nothing does
     */
    public record File(
            RoundView round,
            List<Nominee> nominees,
            List<RoundStep> steps,
            boolean tied,
            @Nullable String holds) {}
}
