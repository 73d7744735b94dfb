package org.yiwang.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordStore.Applied;
import org.yiwang.record.RecordStore.Deed;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Corrections by organizers. What only moves the time is done at once and told. What raises it is manual entry by another
 * door and waits for a second person (domain F2, {@link Raises}). What lowers what counts or may
 * count – fewer minutes, credit time that becomes honour time, a record declared void – is told first, with the rule and
 * the evidence, and carried out some days later (domain F14): the volunteer may agree before, or object, and while a case
 * is open nothing happens. Nobody corrects their own record.
 */
@Component
public class Corrections {

    private final RecordStore store;
    private final ProposalStore proposals;
    private final RecordDesk desk;
    private final RecordLife life;
    private final Rules rules;
    private final ObjectProvider<HandMadeTime> bounds;
    private final Organizations organizations;
    private final Volunteers volunteers;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Corrections(
            RecordStore store,
            ProposalStore proposals,
            RecordDesk desk,
            RecordLife life,
            Rules rules,
            ObjectProvider<HandMadeTime> bounds,
            Organizations organizations,
            Volunteers volunteers,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.proposals = proposals;
        this.desk = desk;
        this.life = life;
        this.rules = rules;
        this.bounds = bounds;
        this.organizations = organizations;
        this.volunteers = volunteers;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Replaces a record by one with the time that was really served, or proposes to if that changes its minutes; needs {@code
     * RECORD_ATTEST} for its activity. Refuses with {@code record.impossible-time}, {@code record.outside-shift}, {@code
     * record.overlaps}, {@code record.not-live}, {@code record.frozen}, {@code record.own-record}, {@code
     * record.proposed-already}, for what changes its minutes with {@code record.evidence-needed}, and for what raises it as
     * manual entry does ({@link HandMadeTime#mayEnter}).
     */
    @Transactional
    public Outcome correct(Actor actor, RecordKey record, Period served, Grounds grounds) {
        RecordView old = lock(actor, record);
        RecordLife.Planned planned = life.plan(old, served);
        if (planned.minutes() != old.serviceMinutes() || losesCredit(old, planned.kind())) {
            life.refuseOverlap(old, planned);
            return propose(actor, old, served, planned, grounds);
        }
        Entry entry = life.correct(old, served, deed(actor.accountId(), grounds.why(), null));
        tell(old, "notice.record.corrected", grounds.why());
        audit.write(actor, "record.correct", subject(record), grounds.why());
        return new Outcome(entry.recordId(), null);
    }

    /** Proposes to declare a record void; needs {@code RECORD_ATTEST} for its activity. Refuses like {@link #correct}. */
    @Transactional
    public Outcome declareVoid(Actor actor, RecordKey record, Grounds grounds) {
        return propose(actor, lock(actor, record), null, null, grounds);
    }

    /** Takes an open proposal back; needs {@code RECORD_ATTEST}. Refuses with {@code record.no-proposal}. */
    @Transactional
    public void withdraw(Actor actor, RecordKey record) {
        RecordView view = desk.lock(actor, Permission.RECORD_ATTEST, record.volunteerId(), record.recordId());
        Proposal proposal = proposals.findOpen(record).orElseThrow(() -> new Refusal(RecordProblem.NO_PROPOSAL));
        takeBack(proposal, view, actor.accountId(), null);
        audit.write(actor, "record.withdraw-proposal", subject(record), proposal.reason());
    }

    /**
     * The volunteer, or the guardian, agrees: it is carried out at once. Refuses with {@code record.no-proposal}, {@code
     * record.frozen} and as {@link #correct} does if the record has changed meanwhile.
     */
    @Transactional
    public void agree(Actor actor, RecordKey record) {
        volunteers.require(actor, record.volunteerId());
        store.lock(record.volunteerId());
        Proposal proposal = open(record);
        RecordView view = desk.find(record);
        if (view.hold() == Hold.CASE) {
            throw new Refusal(RecordProblem.FROZEN);
        }
        carryOut(proposal, view, Proposal.State.AGREED, actor.accountId());
        audit.write(actor, "record.agree", subject(record), proposal.reason());
    }

    /** What was ever proposed about a record, the latest last. The caller has checked that the record may be seen. */
    public List<Proposal> of(RecordKey record) {
        return proposals.of(record);
    }

    /** What is proposed about records of the person, or of those for whom the person acts, the first to be done first. */
    @Transactional(readOnly = true)
    public List<Proposal> listOpen(Actor actor) {
        List<Long> people =
                volunteers.actingFor(actor).stream().map(VolunteerView::id).toList();
        return people.isEmpty() ? List.of() : proposals.openOf(people);
    }

    /** What is proposed about a record now. The caller has checked that the record may be seen. */
    public Optional<Proposal> findOpen(RecordKey record) {
        return proposals.findOpen(record);
    }

    /**
     * Does what was proposed, in the caller's transaction that holds the person's lock.
     *
     * @param by whoever made it happen now; 0 for the program on its day
     */
    void carryOut(Proposal proposal, RecordView record, Proposal.State how, long by) {
        if (Standing.of(record).isOver()) {
            throw new Refusal(RecordProblem.NOT_LIVE);
        }
        // By whoever proposed it, as they were called then.
        Deed deed = deed(
                        proposal.proposedBy(),
                        proposal.reason(),
                        new Applied(proposal.ruleKey(), proposal.ruleVersion()))
                .by(proposals.steps(proposal).getFirst().who());
        Period served = proposal.served();
        if (served == null) {
            life.move(record, Standing.VOID, deed);
            tell(record, "notice.record.void", proposal.reason());
        } else {
            life.correct(record, served, deed);
            tell(record, "notice.record.corrected", proposal.reason());
        }
        proposals.close(proposal, how, clock.instant(), by, null);
    }

    private Outcome propose(
            Actor actor,
            RecordView record,
            @Nullable Period served,
            RecordLife.@Nullable Planned planned,
            Grounds grounds) {
        boolean raises = planned != null && planned.minutes() > record.serviceMinutes();
        if (raises) {
            bounds.getObject().mayEnter(actor, record.organizationId());
        }
        if (grounds.evidence().isBlank()) {
            throw new Refusal(RecordProblem.EVIDENCE_NEEDED).at("evidence");
        }
        Instant now = clock.instant();
        Rule<ProposalRule> rule = rules.on(LocalDate.now(clock), "record.proposal", ProposalRule.class);
        Applied applied = planned == null ? new Applied(rule.key(), rule.version()) : planned.rule();
        Proposal proposal = new Proposal(
                record.key(),
                Ids.next(),
                served,
                planned == null ? 0 : planned.minutes(),
                planned == null ? record.kind() : planned.kind(),
                grounds.why(),
                grounds.evidence(),
                applied.key(),
                applied.version(),
                actor.accountId(),
                null,
                now,
                now.atZone(clock.getZone()).plusDays(rule.value().days()).toInstant(),
                raises ? Proposal.State.UNCONFIRMED : Proposal.State.OPEN,
                null);
        proposals.insert(proposal);
        if (raises) {
            askSecondPerson(actor, record, proposal);
        } else {
            events.publishEvent(new RecordEvent.CorrectionProposed(record.volunteerId(), record.recordId()));
            tellProposed(record, proposal);
        }
        audit.write(actor, "record.propose", subject(record.key()), grounds.why());
        return new Outcome(null, proposal);
    }

    /** Tells the volunteer what is asked for, and the others who lead the organization that one of them is to confirm. */
    private void askSecondPerson(Actor actor, RecordView record, Proposal proposal) {
        List<String> words =
                List.of(record.title(), String.valueOf(record.serviceMinutes()), String.valueOf(proposal.minutes()));
        notifications.tell(
                volunteers.get(record.volunteerId()).contactAccountId(),
                new Notice("notice.record.raise-proposed", words, link(record), false));
        notifications.tell(
                organizations.leaders(record.organizationId()).stream()
                        .filter(leader -> leader != actor.accountId())
                        .toList(),
                new Notice(
                        "notice.record.raise-to-confirm",
                        words,
                        "/desk/records/" + Ids.text(record.volunteerId()) + "/" + Ids.text(record.recordId()),
                        true));
    }

    void tellProposed(RecordView record, Proposal proposal) {
        notifications.tell(
                volunteers.get(record.volunteerId()).contactAccountId(),
                new Notice(
                        "notice.record.proposed",
                        List.of(
                                record.title(),
                                String.valueOf(record.serviceMinutes()),
                                String.valueOf(proposal.minutes()),
                                proposal.takesEffectOn()
                                        .atZone(clock.getZone())
                                        .toLocalDate()
                                        .toString()),
                        link(record),
                        true));
    }

    /**
     * Takes an open proposal back and tells the volunteer, in the caller's transaction that holds the person's lock.
     *
     * @param by who does; 0 for the program
     * @param why in which words, null if none were given
     */
    void takeBack(Proposal proposal, RecordView record, long by, @Nullable String why) {
        proposals.close(proposal, Proposal.State.WITHDRAWN, clock.instant(), by, why);
        events.publishEvent(new RecordEvent.ProposalWithdrawn(record.volunteerId(), record.recordId()));
        tell(record, "notice.record.proposal-withdrawn", "");
    }

    /** Tells whoever proposed it, where they find the record. */
    void tellProposer(Proposal proposal, RecordView record, String key, String... more) {
        List<String> words = new ArrayList<>(List.of(record.title(), String.valueOf(record.serviceMinutes())));
        words.addAll(List.of(more));
        // What came from another platform was proposed by the city office, not by an organizer.
        String link = record.origin() == Origin.TRANSFER
                ? "/gov/passports"
                : "/desk/activities/" + Ids.text(record.activityId()) + "/records";
        notifications.tell(proposal.proposedBy(), new Notice(key, List.copyOf(words), link, false));
    }

    /** Whether credit time that stands would become honour time. */
    static boolean losesCredit(RecordView old, TimeKind becomes) {
        return old.serviceMinutes() > 0 && old.kind() == TimeKind.CREDIT && becomes == TimeKind.HONOUR;
    }

    private RecordView lock(Actor actor, RecordKey record) {
        RecordView view = desk.lock(actor, Permission.RECORD_ATTEST, record.volunteerId(), record.recordId());
        if (proposals.findOpen(record).isPresent()) {
            throw new Refusal(RecordProblem.PROPOSED_ALREADY);
        }
        return view;
    }

    private Proposal open(RecordKey record) {
        return proposals
                .findOpen(record)
                .filter(p -> !p.isUnconfirmed())
                .orElseThrow(() -> new Refusal(RecordProblem.NO_PROPOSAL));
    }

    private Deed deed(long actor, String why, @Nullable Applied rule) {
        return new Deed(clock.instant(), actor, why, rule);
    }

    private void tell(RecordView record, String key, String why) {
        notifications.tell(
                volunteers.get(record.volunteerId()).contactAccountId(),
                new Notice(
                        key,
                        List.of(record.title(), String.valueOf(record.serviceMinutes()), why),
                        link(record),
                        false));
    }

    static String link(RecordView record) {
        return "/me/hours/" + Ids.text(record.recordId()) + "?volunteer=" + Ids.text(record.volunteerId());
    }

    static String subject(RecordKey key) {
        return "record:" + Ids.text(key.volunteerId()) + "/" + Ids.text(key.recordId());
    }

    /**
     * Why a record is corrected.
     *
     * @param why the reason, which the volunteer reads
     * @param evidence what shows it, which the volunteer reads; may be empty only for what leaves the minutes as they are
     */
    public record Grounds(String why, String evidence) {}

    /**
     * What became of a correction.
     *
     * @param recordId the new record; null if it was only proposed
     * @param proposal what was proposed; null if it was done at once
     */
    public record Outcome(@Nullable Long recordId, @Nullable Proposal proposal) {}
}
