package org.yiwang.objection;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.CaseView.State;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordEvidence;
import org.yiwang.record.RecordFacts;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.trust.DecidedCases;
import org.yiwang.volunteer.Volunteers;

/** Cases as sanctions for false hours rest on them (domain F17). */
@Component
class CasesForSanctions implements DecidedCases {

    private final CaseListStore lists;
    private final CaseStepStore steps;
    private final CaseRecords records;
    private final RecordCases cases;
    private final RecordEvidence evidence;
    private final Organizations organizations;
    private final Volunteers volunteers;

    CasesForSanctions(
            CaseListStore lists,
            CaseStepStore steps,
            CaseRecords records,
            RecordCases cases,
            RecordEvidence evidence,
            Organizations organizations,
            Volunteers volunteers) {
        this.lists = lists;
        this.steps = steps;
        this.records = records;
        this.cases = cases;
        this.evidence = evidence;
        this.organizations = organizations;
        this.volunteers = volunteers;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Decided> find(long caseId) {
        return lists.find(caseId).map(this::decided);
    }

    private Decided decided(CaseView it) {
        CaseStep decision = it.state() == State.DECIDED
                ? steps.of(it.id()).stream()
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
                decision != null && found(decision, outcome, keys),
                outcome == null ? null : "objection.outcome." + it.kind() + "." + outcome,
                decision == null || decision.words() == null ? "" : decision.words(),
                it.volunteerId(),
                it.organizationId(),
                organizations(it, keys),
                changed(it, outcome, keys));
    }

    /** What is added, or corrected to more minutes, shows hours that were missing and not hours that were false. */
    private boolean found(CaseStep decision, @Nullable Outcome outcome, List<RecordKey> keys) {
        return switch (outcome) {
            case UPHELD, VOID -> true;
            case CORRECTED -> keys.stream().anyMatch(key -> lowered(key, decision));
            case KEPT, ADDED -> false;
            case null -> false;
        };
    }

    /** Whether the record had fewer minutes after the decision than before it, whatever became of it later. */
    private boolean lowered(RecordKey key, CaseStep decision) {
        RecordView before = cases.get(key);
        RecordView after = before;
        for (Optional<RecordView> next = records.correction(after);
                next.isPresent() && !next.get().madeAt().isAfter(decision.at());
                next = records.correction(after)) {
            before = after;
            after = next.get();
        }
        return after.serviceMinutes() < before.serviceMinutes();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Long> makers(long caseId) {
        List<RecordKey> keys = lists.records(caseId, false);
        List<RecordFacts> facts = keys.isEmpty()
                ? evidence.ofActivities(lists.find(caseId).stream()
                        .flatMap(it -> Stream.ofNullable(it.activityId()))
                        .toList())
                : evidence.find(keys);
        Set<Long> makers = new HashSet<>();
        for (RecordFacts record : facts) {
            makers.add(record.madeBy());
            Stream.of(record.in(), record.out())
                    .flatMap(Stream::ofNullable)
                    .forEach(end -> makers.add(end.byAccountId()));
        }
        keys.forEach(key -> makers.addAll(records.makers(cases.get(key), volunteers.get(key.volunteerId()))));
        steps.of(caseId).stream().filter(s -> s.side() == Side.OFFICE).forEach(s -> makers.remove(s.actorAccountId()));
        return makers;
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
