package org.yiwang.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.exchange.ArrivalView.Claim;
import org.yiwang.exchange.ArrivalView.ClaimState;
import org.yiwang.exchange.Doubt.Asked;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.record.AnnouncedVoid;
import org.yiwang.record.Corrections;
import org.yiwang.record.Corrections.Grounds;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordEvent;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Records that came in by platforms that are trusted no longer, or that know of them no longer. They count until it is decided about each that it stays, or
 * that it is void: that one officer asks for, a second confirms, and then the volunteer is told with reason, rule and
 * evidence, may object, and it is carried out on its day (domain F14). Nobody who pinned the platform's key takes part, and
 * nobody in their own matter. Every query and command asks for {@code TRANSFER_DECIDE} over the whole city.
 */
@Component
public class Doubts {

    private static final int PAGE = 20;

    private final ArrivalStore store;
    private final ClaimStore claimStore;
    private final DoubtStore doubts;
    private final Settling settling;
    private final Issuers issuers;
    private final SecondOfficer officers;
    private final AnnouncedVoid announced;
    private final Corrections corrections;
    private final RecordCases records;
    private final Volunteers volunteers;
    private final Regions regions;
    private final AuditTrail audit;
    private final Clock clock;

    Doubts(
            ArrivalStore store,
            ClaimStore claimStore,
            DoubtStore doubts,
            Settling settling,
            Issuers issuers,
            SecondOfficer officers,
            AnnouncedVoid announced,
            Corrections corrections,
            RecordCases records,
            Volunteers volunteers,
            Regions regions,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.claimStore = claimStore;
        this.doubts = doubts;
        this.settling = settling;
        this.issuers = issuers;
        this.officers = officers;
        this.announced = announced;
        this.corrections = corrections;
        this.records = records;
        this.volunteers = volunteers;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that wait for a decision, a second officer, or their day. */
    @Transactional(readOnly = true)
    public Slice<Doubt> list(Actor actor, int page) {
        require(actor);
        List<Claim> rows = claimStore.doubted(PAGE + 1, (page - 1) * PAGE);
        return Slice.cut(rows, page, PAGE).map(this::doubt);
    }

    /** How many wait. */
    public int count(Actor actor) {
        require(actor);
        return claimStore.countDoubted();
    }

    /**
     * It was looked into and stays; what was asked for or announced is taken back. Refuses with {@code
     * exchange.not-waiting}, {@code exchange.own-transfer}, {@code exchange.pinned-it} and {@code exchange.reason-needed}.
     */
    @Transactional
    public void keep(Actor actor, long volunteerId, long sourceId, String reason) {
        Claim claim = take(actor, volunteerId, sourceId);
        String why = ArrivalDesk.reason(reason);
        Long recordId = doubts.find(claim).map(Asked::recordId).orElse(null);
        if (recordId != null) {
            announced.withdraw(new RecordKey(volunteerId, recordId), actor.accountId());
        }
        doubts.delete(claim);
        claimStore.settle(claim.as(claim.state(), claim.recordId(), null), actor.accountId(), clock.instant());
        write(actor, "exchange.doubt-keep", claim, why);
    }

    /**
     * Asks that it be void; a second officer has to confirm. Refuses as {@link #keep}, with {@code exchange.evidence-needed}
     * and with {@code exchange.void-asked}.
     *
     * @param evidence what shows that the service was not as recorded, which the volunteer reads
     */
    @Transactional
    public void askVoid(Actor actor, long volunteerId, long sourceId, String reason, String evidence) {
        Claim claim = take(actor, volunteerId, sourceId);
        String why = ArrivalDesk.reason(reason);
        if (evidence.isBlank()) {
            throw new Refusal(ExchangeProblem.EVIDENCE_NEEDED).at("evidence");
        }
        if (doubts.find(claim).isPresent()) {
            throw new Refusal(ExchangeProblem.VOID_ASKED);
        }
        doubts.insert(claim, new Asked(why, evidence.strip(), actor.accountId(), clock.instant(), null));
        write(actor, "exchange.doubt-ask-void", claim, why);
    }

    /**
     * The second officer confirms that it shall be void: the volunteer is told, and it is carried out on its day. Refuses as
     * {@link #keep}, with {@code exchange.no-void-asked}, who is no second officer as {@link SecondOfficer#require} does, and
     * with {@code record.not-live}, {@code record.frozen} and {@code record.proposed-already} as things stand with the record.
     */
    @Transactional
    public void confirmVoid(Actor actor, long volunteerId, long sourceId) {
        Claim claim = take(actor, volunteerId, sourceId);
        Asked asked = doubts.find(claim)
                .filter(a -> a.recordId() == null)
                .orElseThrow(() -> new Refusal(ExchangeProblem.NO_VOID_ASKED));
        officers.require(asked.by(), actor);
        RecordKey record = settling.current(claim).key();
        announced.announce(record, asked.by(), actor.accountId(), new Grounds(asked.why(), asked.evidence()));
        doubts.confirm(claim, record.recordId(), actor.accountId(), clock.instant());
        write(actor, "exchange.doubt-confirm-void", claim, asked.why());
    }

    /** What was announced is done, or somebody else ended the record: void, it came to nothing; corrected, it waits again. */
    @EventListener
    void on(RecordEvent.Ended event) {
        claimStore.lockAnnounced(event.volunteerId(), event.recordId()).ifPresent(claim -> {
            RecordView record = records.get(event.key());
            Optional<Asked> asked = doubts.find(claim);
            if (record.state() == RecordState.VOID) {
                String why = asked.map(Asked::why).orElse(null);
                claimStore.settle(claim.as(ClaimState.DROPPED, null, why), 0, clock.instant());
            } else {
                doubts.delete(claim);
            }
        });
    }

    /** What was announced was taken back, because the volunteer's objection was found to be right: it is undecided again. */
    @EventListener
    void on(RecordEvent.ProposalWithdrawn event) {
        claimStore.lockAnnounced(event.volunteerId(), event.recordId()).ifPresent(doubts::delete);
    }

    private Doubt doubt(Claim claim) {
        Asked asked = doubts.find(claim).orElse(null);
        Long recordId = asked == null ? null : asked.recordId();
        return new Doubt(
                claim,
                volunteers.get(claim.volunteerId()),
                asked,
                recordId == null
                        ? null
                        : corrections
                                .findOpen(new RecordKey(claim.volunteerId(), recordId))
                                .orElse(null));
    }

    /** The claim, locked, for somebody who may decide about it. */
    private Claim take(Actor actor, long volunteerId, long sourceId) {
        require(actor);
        VolunteerView person = volunteers.get(volunteerId);
        if (person.concerns(actor.accountId())) {
            throw new Refusal(ExchangeProblem.OWN_TRANSFER);
        }
        Claim claim = claimStore
                .lockDoubted(volunteerId, sourceId)
                .orElseThrow(() -> new Refusal(ExchangeProblem.NOT_WAITING));
        store.lock(volunteerId, claimStore.arrivalOf(claim))
                .map(arrival -> issuers.everPinned(arrival.key()))
                .orElse(List.of())
                .forEach(issuer -> officers.requireNotOfThose(issuer, actor));
        return claim;
    }

    private void write(Actor actor, String what, Claim claim, String why) {
        audit.write(
                actor,
                what,
                "claim:" + claim.origin() + " " + claim.issuerRecord(),
                why,
                regions.city().code());
    }

    private void require(Actor actor) {
        actor.require(Permission.TRANSFER_DECIDE, regions.city().code());
    }
}
