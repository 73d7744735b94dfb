package org.yiwang.record;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.record.TrailLine.What;
import org.yiwang.record.TrailLine.Who;

/**
 * The whole trail of a record in one order of time (domain F14): how it came to stand as it does, what was proposed
 * about it meanwhile, confirmed, agreed to, taken back or carried out, and what happened in cases about it; each with who,
 * why and by which rule. What corrects another record goes on with the trail of that one.
 */
@Component
public class RecordTrail {

    /** What one deed brought about was written within a second; it is told from the cause to what follows. */
    private static final Comparator<Placed> IN_ORDER = Comparator.comparing(
                    (Placed p) -> p.line().at().truncatedTo(ChronoUnit.SECONDS))
            .thenComparingInt(Placed::inChain)
            .thenComparingInt(Placed::place);

    private final RecordListStore lists;
    private final ProposalStore proposals;
    private final Doers doers;
    private final ObjectProvider<CaseTrail> cases;

    RecordTrail(RecordListStore lists, ProposalStore proposals, Doers doers, ObjectProvider<CaseTrail> cases) {
        this.lists = lists;
        this.proposals = proposals;
        this.doers = doers;
        this.cases = cases;
    }

    /** Everything, the first first. The caller has checked that the record may be seen. */
    @Transactional(readOnly = true)
    public List<TrailLine> of(RecordView record) {
        List<RecordView> chain = chain(record);
        // Steps from before capacities were kept are told by today's grants.
        Map<Long, Who> today = new HashMap<>();
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            place(i, chain.get(i), today, placed);
        }
        List<RecordKey> keys = chain.stream().map(RecordView::key).toList();
        cases.forEach(c -> c.of(keys).forEach(line -> placed.add(new Placed(0, 1, line(line)))));
        return placed.stream().sorted(IN_ORDER).map(Placed::line).toList();
    }

    /** The record with those that it corrects in the end, the first first. */
    private List<RecordView> chain(RecordView record) {
        List<RecordView> chain = new ArrayList<>(List.of(record));
        for (Long earlier = record.supersedes(); earlier != null; ) {
            RecordView before = lists.find(record.volunteerId(), earlier).orElseThrow();
            chain.addFirst(before);
            earlier = before.supersedes();
        }
        return chain;
    }

    private void place(int inChain, RecordView record, Map<Long, Who> today, List<Placed> placed) {
        boolean first = true;
        for (RecordStep step : lists.steps(record.volunteerId(), record.recordId())) {
            placed.add(new Placed(inChain, first ? 0 : 2, line(step, first, today, record)));
            first = false;
        }
        for (Proposal proposal : proposals.of(record.key())) {
            for (ProposalStore.Step step : proposals.steps(proposal)) {
                placed.add(new Placed(inChain, 1, line(step, proposal, today, record)));
            }
        }
    }

    private TrailLine line(RecordStep step, boolean first, Map<Long, Who> today, RecordView record) {
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
                first ? record.serviceMinutes() : null,
                null,
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
                proposal.minutes(),
                proposal,
                null);
    }

    private static TrailLine line(CaseTrail.Line line) {
        return new TrailLine(
                What.CASE,
                null,
                null,
                line.at(),
                line.who(),
                line.words(),
                line.evidence(),
                line.ruleKey(),
                line.ruleVersion(),
                null,
                null,
                line);
    }

    private Who who(@Nullable Who then, long account, Map<Long, Who> today, RecordView record) {
        return then != null ? then : today.computeIfAbsent(account, a -> doers.of(a, record.key()));
    }

    /**
     * A line with its place among those of one moment.
     *
     * @param inChain how many records came before the one it is about
     * @param place 0 where the record begins, 1 for what is decided about it, 2 for what follows from that
     */
    private record Placed(int inChain, int place, TrailLine line) {}
}
