package org.yiwang.honour;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.honour.Nominee.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * What is said against nominees on public notice, at the office: answered before anything is published. Nobody is taken out
 * without having been told why and heard; to a reply another human decides (ADR 0014).
 */
@Component
public class ObjectionDesk {

    private static final int PAGE = 30;

    private final RoundLife life;
    private final ObjectionStore objections;
    private final NominationStore nominations;
    private final Recusals recusals;
    private final RoundTold told;
    private final Volunteers volunteers;
    private final Rules rules;

    ObjectionDesk(
            RoundLife life,
            ObjectionStore objections,
            NominationStore nominations,
            Recusals recusals,
            RoundTold told,
            Volunteers volunteers,
            Rules rules) {
        this.life = life;
        this.objections = objections;
        this.nominations = nominations;
        this.recusals = recusals;
        this.told = told;
        this.volunteers = volunteers;
        this.rules = rules;
    }

    /** Objections in a round, those that wait first; without words and contact those that concern the actor. */
    @Transactional(readOnly = true)
    public Slice<Objection> list(Actor actor, RoundView round, int page) {
        actor.require(Permission.AWARD_RUN, round.region());
        int shown = Slice.page(page);
        return Slice.cut(objections.ofRound(round.id(), PAGE + 1, (shown - 1) * PAGE), shown, PAGE)
                .map(o -> mayRead(actor, o) ? o : o.sealed());
    }

    private boolean mayRead(Actor actor, Objection objection) {
        Long nomination = objection.nominationId();
        return nomination == null
                ? !recusals.involvedInAny(actor.accountId(), nominations.ofRound(objection.roundId()))
                : nominations
                        .find(nomination)
                        .filter(n -> recusals.involved(actor.accountId(), n))
                        .isEmpty();
    }

    /** How many wait for the actor's offices. */
    public int countWaiting(Actor actor) {
        return objections.countWaiting(actor.reach(Permission.AWARD_RUN).regionPatterns());
    }

    /**
     * Answers that nothing changes, with the reason that whoever objected reads. Refuses with {@code honour.another-person}
     * whoever has to do with the nomination, and with {@code honour.not-valid} to keep a nominee whose registration is not
     * valid: it must be valid again first.
     */
    @Transactional
    public void reject(Actor actor, long objectionId, String reason) {
        Objection objection = held(actor, objectionId);
        if (!mayRead(actor, objection)) {
            throw new Refusal(HonourProblem.ANOTHER_PERSON);
        }
        if (objection.isTold()) {
            requireAnother(actor, objection);
        } else if (objection.state() != Objection.State.OPEN) {
            throw new Refusal(HonourProblem.ALREADY_ANSWERED);
        }
        if (objection.isAboutRegistration() && nominee(objection).person().state() != VolunteerView.State.VALID) {
            throw new Refusal(HonourProblem.NOT_VALID);
        }
        String why = HonourText.required("reason", reason, 500);
        objections.decide(objectionId, Objection.State.REJECTED, why, actor.accountId(), life.now());
        RoundView round = life.find(objection.roundId());
        life.note(actor, round, "objection-rejected", why);
        Long nomination = objection.nominationId();
        if (nomination != null) {
            life.trace(actor, round, nomination, "objection-rejected", why);
        }
        if ((objection.isTold() || objection.found()) && nomination != null) {
            nominations
                    .find(nomination)
                    .ifPresent(n ->
                            told.nominee(n, "notice.honour.kept", round.terms().name(), why));
        }
    }

    /**
     * Puts forward that the nominee is taken out: the nominee reads the reason and has the working days of the rule to reply.
     * Refuses with {@code honour.names-nobody} and {@code honour.another-person} in one's own matter.
     */
    @Transactional
    public void tell(Actor actor, long objectionId, String reason) {
        Objection objection = held(actor, objectionId);
        if (objection.state() != Objection.State.OPEN) {
            throw new Refusal(HonourProblem.ALREADY_ANSWERED);
        }
        RoundView round = life.find(objection.roundId());
        Nominee nominee = nominee(objection);
        if (nominee.state() != State.AGREED) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        requireOther(actor, nominee);
        String why = HonourText.required("reason", reason, 500);
        LocalDate on = rules.workingDays().after(life.today(), life.limits().hearingDays());
        objections.tell(objectionId, why, actor.accountId(), on);
        life.note(actor, round, "removal-told", why);
        life.trace(actor, round, nominee.id(), "removal-told", why);
        told.nominee(nominee, "notice.honour.removal-told", round.terms().name(), why, on);
    }

    /** Takes the nominee out after a reply, as another human than who put it forward. */
    @Transactional
    public void remove(Actor actor, long objectionId, String reason) {
        Objection objection = held(actor, objectionId);
        if (objection.state() != Objection.State.ANSWERED) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        requireAnother(actor, objection);
        Nominee nominee = nominee(objection);
        requireOther(actor, nominee);
        String why = HonourText.required("reason", reason, 500);
        objections.decide(objectionId, Objection.State.UPHELD, why, actor.accountId(), life.now());
        if (nominee.state() == State.AGREED) {
            life.remove(actor, life.lock(objection.roundId()), nominee, why);
        }
    }

    private Nominee nominee(Objection objection) {
        Long nomination = objection.nominationId();
        if (nomination == null) {
            throw new Refusal(HonourProblem.NAMES_NOBODY);
        }
        return nominations.find(nomination).orElseThrow(() -> new Refusal(HonourProblem.NOMINATION_UNKNOWN));
    }

    private Objection held(Actor actor, long objectionId) {
        Objection objection =
                objections.find(objectionId).orElseThrow(() -> new Refusal(HonourProblem.OBJECTION_UNKNOWN));
        actor.require(
                Permission.AWARD_RUN,
                life.lock(objection.roundId(), RoundState.NOTICE).region());
        return objections.find(objectionId).orElseThrow(() -> new Refusal(HonourProblem.OBJECTION_UNKNOWN));
    }

    private void requireAnother(Actor actor, Objection objection) {
        Long first = objection.toldBy();
        if (first != null && volunteers.isOneHuman(first, actor.accountId())) {
            throw new Refusal(HonourProblem.ANOTHER_PERSON);
        }
    }

    private void requireOther(Actor actor, Nominee nominee) {
        if (recusals.involved(actor.accountId(), nominee)) {
            throw new Refusal(HonourProblem.ANOTHER_PERSON);
        }
    }
}
