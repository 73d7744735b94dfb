package org.yiwang.objection;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.objection.CaseView.Kind;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.CaseView.State;
import org.yiwang.platform.Vault;
import org.yiwang.record.HandMadeTime;
import org.yiwang.record.RecordView;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Cases as those have them who answer: the organization that recorded ({@code CASE_ANSWER}) and the offices
 * ({@code CASE_DECIDE}).
 */
@Component
public class CaseDesk {

    private static final int PAGE_SIZE = 20;

    private final CaseStore store;
    private final CaseListStore lists;
    private final CaseStepStore steps;
    private final CaseTerms terms;
    private final CaseFiles files;
    private final CaseRecords records;
    private final CaseNotices notices;
    private final Parties parties;
    private final Volunteers volunteers;
    private final Decisions decisions;
    private final Announcements announcements;
    private final Escalation escalation;
    private final Offices offices;
    private final ObjectProvider<HandMadeTime> bounds;
    private final AuditTrail audit;
    private final Vault vault;

    CaseDesk(
            CaseStore store,
            CaseListStore lists,
            CaseStepStore steps,
            CaseTerms terms,
            CaseFiles files,
            CaseRecords records,
            CaseNotices notices,
            Parties parties,
            Volunteers volunteers,
            Decisions decisions,
            Announcements announcements,
            Escalation escalation,
            Offices offices,
            ObjectProvider<HandMadeTime> bounds,
            AuditTrail audit,
            Vault vault) {
        this.store = store;
        this.lists = lists;
        this.steps = steps;
        this.terms = terms;
        this.files = files;
        this.records = records;
        this.notices = notices;
        this.parties = parties;
        this.volunteers = volunteers;
        this.decisions = decisions;
        this.announcements = announcements;
        this.escalation = escalation;
        this.offices = offices;
        this.bounds = bounds;
        this.audit = audit;
        this.vault = vault;
    }

    /** Objections to what organizations in reach recorded: those that wait, the most urgent first, or those answered. */
    public Slice<CaseView> toAnswer(Actor actor, boolean waiting, int page) {
        return lists.ofOrganizations(actor.reach(Permission.CASE_ANSWER), waiting, Slice.page(page), PAGE_SIZE);
    }

    /** Cases for offices in reach: those that wait, the most urgent first, or those decided. */
    public Slice<CaseView> toDecide(Actor actor, boolean waiting, int page) {
        return lists.ofOffices(actor.reach(Permission.CASE_DECIDE), waiting, Slice.page(page), PAGE_SIZE);
    }

    /** How many wait for an answer by an organization in reach. */
    public int countToAnswer(Actor actor) {
        return lists.countForOrganizations(actor.reach(Permission.CASE_ANSWER));
    }

    /** How many wait for an office in reach. */
    public int countToDecide(Actor actor) {
        return lists.countForOffices(actor.reach(Permission.CASE_DECIDE));
    }

    /** Working days left until the case is due; negative when it is late. */
    public int daysLeft(CaseView it) {
        return terms.daysLeft(it.dueOn());
    }

    /** A case for the organization; refuses with {@code case.unknown} out of reach. The look at the person is noted. */
    @Transactional
    public CaseFile getForOrganization(Actor actor, long caseId) {
        return shown(actor, organizations(actor, lists.find(caseId)));
    }

    /** A case for the office; refuses with {@code case.unknown} out of reach. The look at the person is noted. */
    @Transactional
    public CaseFile getForOffice(Actor actor, long caseId) {
        return shown(actor, offices(actor, lists.find(caseId)));
    }

    /**
     * The organization answers an objection. What gives more hours it only puts forward, within the bounds of manual entry,
     * and the district decides (domain F2); what takes away more than the volunteer asked for it proposes elsewhere. Refuses
     * with {@code case.not-waiting}, {@code case.own-case}, {@code case.made-it-yourself}, {@code case.outcome}, {@code
     * case.lowering}, {@code case.evidence-needed}, as {@link HandMadeTime#mayEnter} does, and whatever speaks against the
     * correction.
     *
     * @return whether it has taken effect
     */
    @Transactional
    public boolean answer(Actor actor, long caseId, Verdict verdict) {
        CaseView it = organizations(actor, store.lock(caseId));
        if (it.state() != State.OPEN || it.withOffice()) {
            throw new Refusal(CaseProblem.NOT_WAITING);
        }
        RecordView record = decisions.record(it);
        parties.requireForOrganization(actor, it, record);
        requireFits(it, verdict, record);
        if (decisions.takesAway(it, verdict, record)) {
            throw new Refusal(CaseProblem.LOWERING).at("outcome");
        }
        boolean raises = decisions.raises(verdict, record);
        if (raises) {
            putForward(actor, it, verdict);
        } else {
            decisions.answered(actor.accountId(), it, verdict, record);
        }
        audit.write(
                actor, raises ? "objection.put-forward" : "objection.answer", subject(it), said(verdict), it.region());
        return !raises;
    }

    private void putForward(Actor actor, CaseView it, Verdict verdict) {
        bounds.getObject().mayEnter(actor, Objects.requireNonNull(it.organizationId()));
        if (Words.optional(verdict.evidence(), "evidence").isEmpty()) {
            throw new Refusal(CaseProblem.EVIDENCE_NEEDED).at("evidence");
        }
        escalation.byOrganization(it, actor.accountId(), verdict);
    }

    /**
     * The office decides; what takes hours away is told to the volunteer first, and until it is carried out the office may
     * decide anew ({@link Announcements}). Refuses as {@link #answer}, and with {@code case.own-organization},
     * {@code case.announced-late} and {@code case.document-unseen}.
     *
     * @return whether it has taken effect
     */
    @Transactional
    public boolean decide(Actor actor, long caseId, Verdict verdict) {
        CaseView it = offices(actor, store.lock(caseId));
        if (!it.isWaiting() && it.state() != State.ANNOUNCED) {
            throw new Refusal(CaseProblem.NOT_WAITING);
        }
        RecordView record = decisions.record(it);
        parties.requireForOffice(actor, it, record);
        requireFits(it, verdict, record);
        if (it.kind() == Kind.NOT_ME && verdict.outcome() == Outcome.VOID && !verdict.documentSeen()) {
            throw new Refusal(CaseProblem.DOCUMENT_UNSEEN).at("documentSeen");
        }
        boolean toldFirst = announcements.isNeeded(it, verdict, record);
        store.decidedIn(it.id(), offices.of(actor, it.region()));
        if (toldFirst) {
            announcements.announce(actor.accountId(), it, verdict);
        } else {
            decisions.decided(actor.accountId(), it, verdict, record);
        }
        audit.write(
                actor, toldFirst ? "objection.announce" : "objection.decide", subject(it), said(verdict), it.region());
        return !toldFirst;
    }

    private static String said(Verdict verdict) {
        return verdict.outcome() + ": " + verdict.reason().strip();
    }

    /** Freezes the records of a case while the office looks; the volunteer is told. Refuses with {@code case.record-over}. */
    @Transactional
    public void freeze(Actor actor, long caseId, String why) {
        CaseView it = waitingForOffice(actor, caseId);
        parties.requireForOffice(actor, it, decisions.record(it));
        String reason = Words.require(why, "freezeWhy");
        if (records.freeze(
                        caseId,
                        lists.records(caseId, false),
                        terms.because(actor.accountId(), "record.why.case-frozen"))
                .isEmpty()) {
            throw new Refusal(CaseProblem.RECORD_OVER);
        }
        store.tell(caseId);
        steps.add(
                caseId,
                files.step(What.FROZEN, Side.OFFICE, actor.accountId(), reason).by(terms.rule()));
        notices.frozen(it);
        audit.write(actor, "objection.freeze", subject(it), reason, it.region());
    }

    /** Lets the records count again before the case is decided; only for reports. */
    @Transactional
    public void release(Actor actor, long caseId, String why) {
        CaseView it = waitingForOffice(actor, caseId);
        parties.requireForOffice(actor, it, decisions.record(it));
        String reason = Words.require(why, "freezeWhy");
        if (it.kind() == Kind.NOT_ME || lists.records(caseId, true).isEmpty()) {
            throw new Refusal(CaseProblem.NOT_WAITING);
        }
        records.release(caseId, terms.because(actor.accountId(), "record.why.case-over"));
        steps.add(
                caseId,
                files.step(What.RELEASED, Side.OFFICE, actor.accountId(), reason)
                        .by(terms.rule()));
        notices.released(it);
        audit.write(actor, "objection.release", subject(it), reason, it.region());
    }

    /** The number that somebody without an account left, in full, for a stated purpose; empty if none was left. */
    @Transactional
    public Optional<String> contact(Actor actor, long caseId, String purpose) {
        CaseView it = offices(actor, lists.find(caseId));
        audit.look(actor, subject(it), purpose, it.region());
        return Optional.ofNullable(store.contact(caseId)).map(vault::open);
    }

    private CaseView waitingForOffice(Actor actor, long caseId) {
        CaseView it = offices(actor, store.lock(caseId));
        if (!it.isWaiting() || !it.withOffice()) {
            throw new Refusal(CaseProblem.NOT_WAITING);
        }
        return it;
    }

    private static void requireFits(CaseView it, Verdict verdict, @Nullable RecordView record) {
        Words.require(verdict.reason(), "reason");
        if (!Outcomes.of(it).contains(verdict.outcome())) {
            throw new Refusal(CaseProblem.OUTCOME).at("outcome");
        }
        boolean changes = verdict.outcome() == Outcome.CORRECTED || verdict.outcome() == Outcome.VOID;
        if (changes && record != null && CaseRecords.isOver(record)) {
            throw new Refusal(CaseProblem.RECORD_OVER).at("outcome");
        }
        if (verdict.outcome() == Outcome.CORRECTED && verdict.served() == null) {
            throw new Refusal(CaseProblem.TIMES_NEEDED).at("from");
        }
    }

    private CaseFile shown(Actor actor, CaseView it) {
        if (it.volunteerId() != null) {
            audit.lookAtList(actor, subject(it), 1, it.region());
        }
        return files.file(it);
    }

    /** The person whom a case is about, for those who answer it. */
    public Optional<VolunteerView> person(CaseFile file) {
        return Optional.ofNullable(file.view().volunteerId()).map(volunteers::get);
    }

    private static CaseView organizations(Actor actor, Optional<CaseView> found) {
        return found.filter(it -> it.kind() == Kind.OBJECTION && it.organizationId() != null)
                .filter(it -> actor.reach(Permission.CASE_ANSWER).covers(it.region(), it.ancestors()))
                .orElseThrow(() -> new Refusal(CaseProblem.UNKNOWN));
    }

    private static CaseView offices(Actor actor, Optional<CaseView> found) {
        return found.filter(CaseView::withOffice)
                .filter(it -> actor.reach(Permission.CASE_DECIDE).covers(it.region()))
                .orElseThrow(() -> new Refusal(CaseProblem.UNKNOWN));
    }

    private static String subject(CaseView it) {
        return "case:" + Ids.text(it.id());
    }
}
