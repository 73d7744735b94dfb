package org.yiwang.objection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Period;
import org.yiwang.record.Because;
import org.yiwang.record.Corrections;
import org.yiwang.record.Hold;
import org.yiwang.record.Proposal;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordStep;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.volunteer.VolunteerView;

/**
 * What cases do to records. A record that was corrected while a case about it was open is followed to its correction; one
 * that several cases hold frozen counts again only when the last of them lets go.
 */
@Component
class CaseRecords {

    private final CaseStore store;
    private final CaseListStore lists;
    private final RecordCases cases;
    private final Records records;
    private final Corrections corrections;

    CaseRecords(CaseStore store, CaseListStore lists, RecordCases cases, Records records, Corrections corrections) {
        this.store = store;
        this.lists = lists;
        this.cases = cases;
        this.records = records;
        this.corrections = corrections;
    }

    /** The record as it stands now: the last correction of it. Refuses with {@code record.unknown}. */
    RecordView current(RecordKey key) {
        RecordView view = cases.get(key);
        Optional<RecordView> next = records.findCorrection(view);
        while (next.isPresent()) {
            view = next.get();
            next = records.findCorrection(view);
        }
        return view;
    }

    /** What replaced the record, empty if nothing did. */
    Optional<RecordView> correction(RecordView record) {
        return records.findCorrection(record);
    }

    /** The records of a case as they stand now, each once. */
    List<RecordView> ofCase(long caseId) {
        Set<RecordView> now = new LinkedHashSet<>();
        lists.records(caseId, false).forEach(key -> now.add(current(key)));
        return List.copyOf(now);
    }

    List<RecordView> ofVolunteer(long volunteerId) {
        return cases.ofVolunteer(volunteerId);
    }

    /** Freezes those of the records that are not over; returns the frozen ones. */
    List<RecordKey> freeze(long caseId, List<RecordKey> keys, Because because) {
        List<RecordKey> live = new ArrayList<>();
        for (RecordKey key : keys) {
            RecordView view = current(key);
            // Two that were one record before a correction are one now.
            if (!isOver(view) && !live.contains(key(view))) {
                live.add(key(view));
            }
        }
        // Frozen ones too: whoever is about to release one waits, and sees then that this case holds it.
        cases.freeze(live, because);
        List<RecordKey> frozen =
                live.stream().filter(key -> isFrozen(cases.get(key))).toList();
        store.addRecords(caseId, frozen, true);
        return frozen;
    }

    /** Lets go of what the case holds; what no other case holds gets back the standing it had. */
    void release(long caseId, Because because) {
        List<RecordKey> held = lists.records(caseId, true);
        if (held.isEmpty()) {
            return;
        }
        store.addRecords(caseId, held, false);
        List<RecordKey> free = held.stream()
                .filter(key -> isFrozen(cases.get(key)))
                .filter(key -> lists.otherFreezers(key, caseId).isEmpty())
                .toList();
        if (!free.isEmpty()) {
            cases.release(free, because);
        }
    }

    /** Replaces the record by one with the time really served; what other cases hold frozen stays so. */
    RecordKey correct(long caseId, RecordView old, Period served, Because because) {
        RecordKey before = key(old);
        List<Long> others = lists.otherFreezers(before, caseId);
        RecordKey corrected = new RecordKey(old.volunteerId(), cases.correct(before, served, because));
        if (!others.isEmpty()) {
            cases.freeze(List.of(corrected), because);
            others.forEach(other -> store.addRecords(other, List.of(corrected), true));
        }
        return corrected;
    }

    /** What replacing the record by one with that time would come to. */
    RecordCases.Foreseen foresee(RecordView old, Period served) {
        return cases.foresee(key(old), served);
    }

    void declareVoid(List<RecordView> views, Because because) {
        List<RecordKey> live =
                views.stream().filter(v -> !isOver(v)).map(CaseRecords::key).toList();
        if (!live.isEmpty()) {
            cases.declareVoid(live, because);
        }
    }

    /** The record stands: what is proposed about it is taken back. */
    void withdrawProposal(RecordView view, Because because) {
        cases.withdrawProposal(key(view), because);
    }

    /**
     * Accounts that made the record what it is: who ticked, attested, entered, corrected or approved it, and
     * those who would: who proposed or confirmed a correction.
     */
    Set<Long> makers(RecordView record, VolunteerView volunteer) {
        Set<Long> makers = new TreeSet<>();
        makers.add(record.in().byAccountId());
        makers.add(record.out().byAccountId());
        boolean frozen = false;
        for (RecordStep step : records.steps(record)) {
            // Who freezes or releases a record for a case has made nothing of it.
            if (step.hold() != Hold.CASE && !frozen) {
                makers.add(step.actorAccountId());
            }
            frozen = step.hold() == Hold.CASE;
        }
        proposed(record).forEach(p -> {
            makers.add(p.proposedBy());
            Optional.ofNullable(p.confirmedBy()).ifPresent(makers::add);
        });
        makers.remove(0L);
        makers.removeIf(volunteer::concerns);
        return makers;
    }

    /** What was proposed about the record, and about the one that it replaced: so it came to be. */
    private List<Proposal> proposed(RecordView record) {
        List<Proposal> all = new ArrayList<>(corrections.of(key(record)));
        if (record.supersedes() != null) {
            all.addAll(corrections.of(new RecordKey(record.volunteerId(), record.supersedes())));
        }
        return all;
    }

    static boolean isOver(RecordView view) {
        return view.state() == RecordState.SUPERSEDED || view.state() == RecordState.VOID;
    }

    static RecordKey key(RecordView view) {
        return new RecordKey(view.volunteerId(), view.recordId());
    }

    private static boolean isFrozen(RecordView view) {
        return view.state() == RecordState.HELD && view.hold() == Hold.CASE;
    }
}
