package org.yiwang.objection;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.record.Corrections;
import org.yiwang.record.Proposal;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;

/** A volunteer objects once to how a record stands, and once more to each correction that is proposed afterwards. */
@Component
class OneObjection {

    private final CaseListStore lists;
    private final CaseTerms terms;
    private final RecordCases records;
    private final Corrections corrections;

    OneObjection(CaseListStore lists, CaseTerms terms, RecordCases records, Corrections corrections) {
        this.lists = lists;
        this.terms = terms;
        this.records = records;
        this.corrections = corrections;
    }

    /** What speaks against an objection now; empty if nothing does. */
    Optional<CaseProblem> problem(RecordKey key) {
        if (records.get(key).state() == RecordState.SUPERSEDED) {
            return Optional.of(CaseProblem.RECORD_REPLACED);
        }
        return lists.lastObjection(key).flatMap(last -> problem(key, last));
    }

    private Optional<CaseProblem> problem(RecordKey key, CaseView last) {
        return switch (last.state()) {
            case OPEN, ESCALATED, ANNOUNCED -> Optional.of(CaseProblem.ALREADY_OPEN);
            case ANSWERED, DECIDED -> {
                if (isProposedSince(key, last)) {
                    yield Optional.empty();
                }
                yield Optional.of(
                        last.mayEscalate(terms.today()) ? CaseProblem.ESCALATE_INSTEAD : CaseProblem.DECIDED_ALREADY);
            }
        };
    }

    private boolean isProposedSince(RecordKey key, CaseView last) {
        return corrections
                .findOpen(key)
                .filter(proposal -> !proposal.isUnconfirmed())
                .map(Proposal::proposedAt)
                .filter(at -> at.isAfter(last.openedAt()))
                .isPresent();
    }
}
