package org.yiwang.record;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Refusal;

/**
 * Carries out, on their day, the corrections that were told to volunteers, and lets lapse those that nobody confirmed in
 * time.
 */
@Component
public class ProposalClock {

    private static final int BATCH = 200;

    private final RecordStore store;
    private final ProposalStore proposals;
    private final RecordDesk desk;
    private final Corrections corrections;
    private final Raises raises;
    private final ObjectProvider<OpenCases> cases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProposalClock(
            RecordStore store,
            ProposalStore proposals,
            RecordDesk desk,
            Corrections corrections,
            Raises raises,
            ObjectProvider<OpenCases> cases,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.proposals = proposals;
        this.desk = desk;
        this.corrections = corrections;
        this.raises = raises;
        this.cases = cases;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Carries out what is due, each in a transaction of its own; how many. What somebody objects to waits for the case.
     * Run by a job every minute; for tests after moving the clock.
     */
    public int carryOutDue() {
        Instant now = clock.instant();
        Instant afterDay = Instant.EPOCH;
        long afterId = 0;
        int done = 0;
        List<Proposal> due;
        do {
            due = proposals.due(now, afterDay, afterId, BATCH);
            for (Proposal proposal : due) {
                afterDay = proposal.takesEffectOn();
                afterId = proposal.proposalId();
                done += carryOut(proposal) ? 1 : 0;
            }
        } while (due.size() == BATCH);
        return done;
    }

    /** Lets lapse what no second person confirmed in time, each in a transaction of its own. Run by the same job. */
    public void expireUnconfirmed() {
        for (Proposal late : raises.late(BATCH)) {
            transaction.executeWithoutResult(_ -> raises.expire(late));
        }
    }

    private boolean carryOut(Proposal proposal) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> carryOutUnlessDoubted(proposal)));
        } catch (Refusal _) {
            transaction.executeWithoutResult(_ -> overtaken(proposal));
            return false;
        }
    }

    private boolean carryOutUnlessDoubted(Proposal proposal) {
        RecordKey key = proposal.key();
        store.lock(key.volunteerId());
        boolean stillOpen = proposals
                .findOpen(key)
                .filter(p -> p.proposalId() == proposal.proposalId())
                .isPresent();
        RecordView record = desk.find(key);
        boolean doubted = record.hold() == Hold.CASE || cases.stream().anyMatch(c -> c.isOpen(key));
        if (!stillOpen || doubted) {
            return false;
        }
        corrections.carryOut(proposal, record, Proposal.State.CARRIED_OUT, 0);
        return true;
    }

    /** The record was changed meanwhile, or the time cannot stand any more: who proposed it looks again. */
    private void overtaken(Proposal proposal) {
        RecordView record = desk.find(proposal.key());
        proposals.close(proposal, Proposal.State.OVERTAKEN, clock.instant());
        corrections.tellProposer(proposal, record, "notice.record.proposal-overtaken");
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> carryOutProposals(ProposalClock proposalClock) {
            return Tasks.recurring("record.proposals", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> {
                        proposalClock.expireUnconfirmed();
                        proposalClock.carryOutDue();
                    });
        }
    }
}
