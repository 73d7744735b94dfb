package org.yiwang.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.record.TrailLine.What;
import org.yiwang.record.TrailLine.Who;

/**
 * The whole trail of a record in one order of time (domain F14): how it came to stand as it does, and what was proposed
 * about it meanwhile, confirmed, agreed to, taken back or carried out; each with who, why and by which rule.
 */
@Component
public class RecordTrail {

    private final RecordListStore lists;
    private final ProposalStore proposals;
    private final Doers doers;

    RecordTrail(RecordListStore lists, ProposalStore proposals, Doers doers) {
        this.lists = lists;
        this.proposals = proposals;
        this.doers = doers;
    }

    /** Everything, the first first. The caller has checked that the record may be seen. */
    @Transactional(readOnly = true)
    public List<TrailLine> of(RecordView record) {
        // Steps from before capacities were kept are told by today's grants.
        Map<Long, Who> today = new HashMap<>();
        List<Placed> placed = new ArrayList<>();
        for (RecordStep step : lists.steps(record.volunteerId(), record.recordId())) {
            placed.add(new Placed(placed.isEmpty() ? 0 : 2, line(step, today, record)));
        }
        for (Proposal proposal : proposals.of(record.key())) {
            for (ProposalStore.Step step : proposals.steps(proposal)) {
                placed.add(new Placed(1, line(step, proposal, today, record)));
            }
        }
        // At one moment the record is made first, and what is decided about it comes before what follows from that.
        return placed.stream()
                .sorted(Comparator.comparing((Placed p) -> p.line().at()).thenComparingInt(Placed::place))
                .map(Placed::line)
                .toList();
    }

    private TrailLine line(RecordStep step, Map<Long, Who> today, RecordView record) {
        return new TrailLine(
                What.STANDING,
                step.state(),
                step.hold(),
                step.at(),
                who(step.who(), step.actorAccountId(), today, record),
                step.why(),
                step.evidence(),
                step.ruleKey(),
                step.ruleVersion(),
                null);
    }

    private TrailLine line(ProposalStore.Step step, Proposal proposal, Map<Long, Who> today, RecordView record) {
        return new TrailLine(
                step.what(),
                null,
                null,
                step.at(),
                who(step.who(), step.actorAccountId(), today, record),
                step.why(),
                step.what() == What.PROPOSED ? proposal.evidence() : null,
                proposal.ruleKey(),
                proposal.ruleVersion(),
                proposal);
    }

    private Who who(@Nullable Who then, long account, Map<Long, Who> today, RecordView record) {
        return then != null ? then : today.computeIfAbsent(account, a -> doers.of(a, record.key()));
    }

    private record Placed(int place, TrailLine line) {}
}
