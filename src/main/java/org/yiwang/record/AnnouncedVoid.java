package org.yiwang.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.Corrections.Grounds;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;

/**
 * Declares records void about which no organizer here can decide, for whoever decides in the city's name: told first, with
 * reason, rule and evidence, and carried out some days later like every correction that takes hours away (domain F14,
 * {@link Corrections}). The caller has checked the actor and writes the audit trail; everything joins its transaction.
 */
@Component
public class AnnouncedVoid {

    private final RecordStore store;
    private final ProposalStore proposals;
    private final RecordDesk desk;
    private final Corrections corrections;
    private final Rules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnnouncedVoid(
            RecordStore store,
            ProposalStore proposals,
            RecordDesk desk,
            Corrections corrections,
            Rules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.proposals = proposals;
        this.desk = desk;
        this.corrections = corrections;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Tells the volunteer that the record is going to be void. Refuses with {@code record.unknown}, {@code record.not-live},
     * {@code record.frozen}, {@code record.proposed-already} and {@code record.evidence-needed}.
     *
     * @param askedBy account of who asked for it
     * @param confirmedBy account of the second one, who confirmed it
     */
    @Transactional
    public Proposal announce(RecordKey key, long askedBy, long confirmedBy, Grounds grounds) {
        if (grounds.evidence().isBlank()) {
            throw new Refusal(RecordProblem.EVIDENCE_NEEDED).at("evidence");
        }
        RecordView record = lock(key);
        Rule<ProposalRule> rule = rules.on(LocalDate.now(clock), "record.proposal", ProposalRule.class);
        Instant now = clock.instant();
        Proposal proposal = new Proposal(
                key,
                Ids.next(),
                null,
                0,
                record.kind(),
                grounds.why(),
                grounds.evidence(),
                rule.key(),
                rule.version(),
                askedBy,
                confirmedBy,
                now,
                now.atZone(clock.getZone()).plusDays(rule.value().days()).toInstant(),
                Proposal.State.OPEN,
                null);
        proposals.insert(proposal);
        events.publishEvent(new RecordEvent.CorrectionProposed(key.volunteerId(), key.recordId()));
        corrections.tellProposed(record, proposal);
        return proposal;
    }

    /**
     * Takes back what was announced, if it is still open, and tells the volunteer.
     *
     * @param byAccountId who does
     */
    @Transactional
    public void withdraw(RecordKey key, long byAccountId) {
        store.lock(key.volunteerId());
        proposals
                .findOpen(key)
                .filter(Proposal::isVoid)
                .ifPresent(open -> corrections.takeBack(open, desk.find(key), byAccountId, null));
    }

    private RecordView lock(RecordKey key) {
        store.lock(key.volunteerId());
        RecordView record = desk.find(key);
        if (Standing.of(record).isOver()) {
            throw new Refusal(RecordProblem.NOT_LIVE);
        }
        if (record.hold() == Hold.CASE) {
            throw new Refusal(RecordProblem.FROZEN);
        }
        if (proposals.findOpen(key).isPresent()) {
            throw new Refusal(RecordProblem.PROPOSED_ALREADY);
        }
        return record;
    }
}
