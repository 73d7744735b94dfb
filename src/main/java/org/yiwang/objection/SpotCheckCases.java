package org.yiwang.objection;

import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.trust.CasesOfCalls;
import org.yiwang.trust.TrustEvent;
import org.yiwang.volunteer.Volunteers;

/**
 * Somebody said in a spot check not to have been there: a case for the office, with its due day, opened by the caller, who
 * therefore does not decide it. The record is frozen and the volunteer told.
 */
@Component
class SpotCheckCases implements CasesOfCalls {

    private final CaseStore store;
    private final CaseListStore lists;
    private final CaseStepStore steps;
    private final CaseTerms terms;
    private final CaseFiles files;
    private final CaseRecords records;
    private final CaseNotices notices;
    private final Volunteers volunteers;

    SpotCheckCases(
            CaseStore store,
            CaseListStore lists,
            CaseStepStore steps,
            CaseTerms terms,
            CaseFiles files,
            CaseRecords records,
            CaseNotices notices,
            Volunteers volunteers) {
        this.store = store;
        this.lists = lists;
        this.steps = steps;
        this.terms = terms;
        this.files = files;
        this.records = records;
        this.notices = notices;
        this.volunteers = volunteers;
    }

    /** In the transaction of the call; a call noted twice opens one case. */
    @EventListener
    void on(TrustEvent.NotThere call) {
        RecordView record = records.current(call.record());
        if (CaseRecords.isOver(record) || lists.isNotThereOpen(CaseRecords.key(record))) {
            return;
        }
        NewCase it = new NewCase(
                Complaint.NOT_THERE,
                call.words(),
                NewCase.Subject.of(record),
                files.seat(record, volunteers.get(record.volunteerId())).withoutOrganization(),
                null,
                call.byAccountId(),
                null);
        long id = store.open(it, terms.fromToday()).orElseThrow();
        steps.add(id, files.step(What.OPENED, Side.OFFICE, call.byAccountId(), null));
        records.freeze(
                id, List.of(CaseRecords.key(record)), terms.because(call.byAccountId(), "record.why.spot-check"));
        steps.add(id, files.step(What.FROZEN, Side.PROGRAM, 0, null).by(terms.rule()));
        store.tell(id);
        CaseView opened = lists.find(id).orElseThrow();
        notices.opened(opened);
        notices.frozen(opened);
    }

    @Override
    public Optional<Long> find(RecordKey record) {
        return lists.lastNotThere(record);
    }
}
