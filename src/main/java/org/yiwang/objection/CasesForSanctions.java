package org.yiwang.objection;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.CaseView.State;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.trust.DecidedCases;

/** Cases as sanctions for false hours rest on them (domain F17). */
@Component
class CasesForSanctions implements DecidedCases {

    private final CaseListStore lists;
    private final CaseRecords records;
    private final RecordCases cases;
    private final Organizations organizations;

    CasesForSanctions(CaseListStore lists, CaseRecords records, RecordCases cases, Organizations organizations) {
        this.lists = lists;
        this.records = records;
        this.cases = cases;
        this.organizations = organizations;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Decided> find(long caseId) {
        return lists.find(caseId).map(this::decided);
    }

    private Decided decided(CaseView it) {
        CaseStep decision = it.state() == State.DECIDED
                ? lists.steps(it.id()).stream()
                        .filter(s -> s.what() == What.DECIDED)
                        .reduce((earlier, later) -> later)
                        .orElse(null)
                : null;
        Outcome outcome = decision == null ? null : it.outcome();
        List<RecordKey> keys = lists.records(it.id(), false);
        return new Decided(
                it.id(),
                it.region(),
                it.about(),
                decision == null ? null : decision.at(),
                outcome != null && outcome != Outcome.KEPT,
                outcome == null ? null : "objection.outcome." + it.kind() + "." + outcome,
                decision == null || decision.words() == null ? "" : decision.words(),
                it.volunteerId(),
                it.organizationId(),
                organizations(it, keys),
                changed(it, outcome, keys));
    }

    /** Who made the records or holds the activity, and all above them. */
    private Set<Long> organizations(CaseView it, List<RecordKey> keys) {
        Set<Long> found = new HashSet<>();
        keys.forEach(key -> found.addAll(cases.statutory(key).organizationAncestors()));
        if (it.organizationId() != null) {
            found.addAll(organizations
                    .find(it.organizationId())
                    .map(OrganizationView::ancestors)
                    .orElse(List.of(it.organizationId())));
        }
        return found;
    }

    private List<RecordKey> changed(CaseView it, @Nullable Outcome outcome, List<RecordKey> keys) {
        if (outcome == Outcome.VOID) {
            return records.ofCase(it.id()).stream()
                    .filter(r -> r.state() == RecordState.VOID)
                    .map(CaseRecords::key)
                    .toList();
        }
        return outcome == Outcome.CORRECTED
                ? keys.stream()
                        .filter(key -> cases.get(key).state() == RecordState.SUPERSEDED)
                        .toList()
                : List.of();
    }
}
