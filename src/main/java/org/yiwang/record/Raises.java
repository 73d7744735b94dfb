package org.yiwang.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.activity.Activities;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Corrections that raise a record, on the side of the second person: what one organizer asked for, another human of the
 * organization confirms or turns down, within the bounds of manual entry (domain F2). Only then is it carried out; where
 * credit time would become honour time, the volunteer is told first as with everything that lowers a record.
 */
@Component
public class Raises {

    private final RecordStore store;
    private final ProposalStore proposals;
    private final RecordDesk desk;
    private final Corrections corrections;
    private final Activities activities;
    private final ObjectProvider<HandMadeTime> bounds;
    private final Rules rules;
    private final Volunteers volunteers;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Raises(
            RecordStore store,
            ProposalStore proposals,
            RecordDesk desk,
            Corrections corrections,
            Activities activities,
            ObjectProvider<HandMadeTime> bounds,
            Rules rules,
            Volunteers volunteers,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.proposals = proposals;
        this.desk = desk;
        this.corrections = corrections;
        this.activities = activities;
        this.bounds = bounds;
        this.rules = rules;
        this.volunteers = volunteers;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What waits for a second person in an activity, the oldest first; needs {@code RECORD_ATTEST} there. */
    public List<Proposal> waiting(Actor actor, long activityId) {
        activities.require(actor, Permission.RECORD_ATTEST, activityId);
        return proposals.unconfirmed(activityId);
    }

    /** What this person, as a second one, may confirm or turn down wherever {@code RECORD_ATTEST} reaches; empty if nothing. */
    @Transactional(readOnly = true)
    public Optional<ToConfirm> toConfirm(Actor actor) {
        List<Long> own =
                volunteers.actingFor(actor).stream().map(VolunteerView::id).toList();
        List<Proposal> waiting = proposals.unconfirmed(actor.reach(Permission.RECORD_ATTEST), actor.accountId(), own);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Proposal first = waiting.getFirst();
        return Optional.of(new ToConfirm(waiting.size(), desk.find(first.key()).activityId(), lapsesAt(first)));
    }

    /**
     * Raises that wait for one person.
     *
     * @param count how many
     * @param activityId the activity of the one that lapses first
     * @param lapsesAt when that is
     */
    public record ToConfirm(int count, long activityId, Instant lapsesAt) {}

    /** When it lapses unless somebody confirms it, by the rule {@code record.raise}. */
    public Instant lapsesAt(Proposal raise) {
        return raise.proposedAt().atZone(clock.getZone()).plusDays(waitsDays()).toInstant();
    }

    /**
     * The second person confirms. Refuses with {@code record.no-proposal}, as {@link HandMadeTime#confirm} does, and as
     * {@link Corrections#correct} does if the record has changed meanwhile.
     */
    @Transactional
    public void confirm(Actor actor, RecordKey key) {
        Proposal raise = unconfirmed(key);
        RecordView seen = desk.find(key);
        // The quota before the person's lock, in the order in which manual entry and imports take them.
        int added = raise.minutes() - seen.serviceMinutes();
        bounds.getObject().confirm(raise.proposedBy(), actor, seen.organizationId(), added);
        RecordView record = lock(actor, raise);
        Instant now = clock.instant();
        int days = rules.on(LocalDate.now(clock), "record.proposal", ProposalRule.class)
                .value()
                .days();
        Instant takesEffectOn = now.atZone(clock.getZone()).plusDays(days).toInstant();
        proposals.confirm(raise, actor.accountId(), now, takesEffectOn);
        if (Corrections.losesCredit(record, raise.kind())) {
            events.publishEvent(new RecordEvent.CorrectionProposed(key.volunteerId(), key.recordId()));
            String day = takesEffectOn.atZone(clock.getZone()).toLocalDate().toString();
            tell(record, "notice.record.proposed", String.valueOf(raise.minutes()), day);
        } else {
            corrections.carryOut(raise, record, Proposal.State.CARRIED_OUT, actor.accountId());
        }
        audit.write(actor, "record.confirm-raise", Corrections.subject(key), raise.reason());
    }

    /**
     * The second person turns it down: the record stays as it is, the volunteer and whoever asked are told. Refuses with
     * {@code record.no-proposal} and {@code record.reason-needed}.
     */
    @Transactional
    public void turnDown(Actor actor, RecordKey key, String why) {
        if (why.isBlank()) {
            throw new Refusal(RecordProblem.REASON_NEEDED).at("why");
        }
        Proposal raise = unconfirmed(key);
        RecordView record = lock(actor, raise);
        proposals.close(raise, Proposal.State.TURNED_DOWN, clock.instant(), actor.accountId(), why);
        tellBoth(raise, record, "notice.record.raise-turned-down", why);
        audit.write(actor, "record.turn-raise-down", Corrections.subject(key), why);
    }

    /** What no second person confirmed within the days of the rule {@code record.raise}, the oldest first. */
    List<Proposal> late(int atMost) {
        Instant latest =
                clock.instant().atZone(clock.getZone()).minusDays(waitsDays()).toInstant();
        return proposals.unconfirmedSince(latest, atMost);
    }

    /**
     * Lets lapse one that was late, in the caller's transaction: the record stays as it is and can be corrected again; the
     * volunteer and whoever asked are told.
     */
    void expire(Proposal raise) {
        RecordKey key = raise.key();
        store.lock(key.volunteerId());
        boolean waits = proposals.findOpen(key).filter(raise::equals).isPresent();
        if (waits) {
            proposals.close(raise, Proposal.State.EXPIRED, clock.instant(), 0, "record.why.raise-expired");
            tellBoth(raise, desk.find(key), "notice.record.raise-expired", String.valueOf(waitsDays()));
        }
    }

    private int waitsDays() {
        return rules.on(LocalDate.now(clock), "record.raise", RaiseRule.class)
                .value()
                .expiresDays();
    }

    private RecordView lock(Actor actor, Proposal raise) {
        RecordKey key = raise.key();
        RecordView record = desk.lock(actor, Permission.RECORD_ATTEST, key.volunteerId(), key.recordId());
        if (unconfirmed(key).proposalId() != raise.proposalId()) {
            throw new Refusal(RecordProblem.NO_PROPOSAL);
        }
        return record;
    }

    private Proposal unconfirmed(RecordKey key) {
        return proposals
                .findOpen(key)
                .filter(Proposal::isUnconfirmed)
                .orElseThrow(() -> new Refusal(RecordProblem.NO_PROPOSAL));
    }

    /** Tells the volunteer, and whoever asked for it. */
    private void tellBoth(Proposal raise, RecordView record, String key, String word) {
        tell(record, key, word);
        corrections.tellProposer(raise, record, key, word);
    }

    private void tell(RecordView record, String key, String... more) {
        List<String> words =
                new java.util.ArrayList<>(List.of(record.title(), String.valueOf(record.serviceMinutes())));
        words.addAll(List.of(more));
        notifications.tell(
                volunteers.get(record.volunteerId()).contactAccountId(),
                new Notice(key, List.copyOf(words), Corrections.link(record), true));
    }
}
