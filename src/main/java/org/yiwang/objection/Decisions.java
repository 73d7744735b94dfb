package org.yiwang.objection;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.objection.CaseView.Kind;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.record.Because;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;

/** What becomes of records and of the case once it is answered; joins the caller's transaction, which holds the case. */
@Component
class Decisions {

    private final CaseStore store;
    private final CaseListStore lists;
    private final CaseTerms terms;
    private final CaseRecords records;
    private final CaseNotices notices;

    Decisions(CaseStore store, CaseListStore lists, CaseTerms terms, CaseRecords records, CaseNotices notices) {
        this.store = store;
        this.lists = lists;
        this.terms = terms;
        this.records = records;
        this.notices = notices;
    }

    /** The record that a case is about as it stands now, null for a case about none or about all of a person. */
    @Nullable
    RecordView record(CaseView it) {
        return it.recordId() == null
                ? null
                : records.current(new RecordKey(Objects.requireNonNull(it.volunteerId()), it.recordId()));
    }

    /** Whether an answer takes away from what counts or may come to count. */
    boolean lowers(Verdict verdict, @Nullable RecordView record) {
        return verdict.outcome() == Outcome.VOID
                || verdict.outcome() == Outcome.CORRECTED
                        && record != null
                        && records.lowers(record, Objects.requireNonNull(verdict.served()));
    }

    /** The organization's answer takes effect. */
    void answered(long accountId, CaseView it, Verdict verdict, @Nullable RecordView record) {
        apply(because(accountId, verdict, record), it, verdict, record);
        store.answer(it.id(), verdict.outcome(), accountId, terms.escalateUntil());
        close(What.ANSWERED, Side.ORGANIZATION, because(accountId, verdict, record), it, verdict);
    }

    /** The office's decision takes effect, and what the case held frozen is let go. */
    void decided(long accountId, CaseView it, Verdict verdict, @Nullable RecordView record) {
        apply(because(accountId, verdict, record), it, verdict, record);
        records.release(it.id(), Because.of(accountId, "record.why.case-over"));
        store.decide(it.id(), verdict.outcome());
        if (it.kind() == Kind.REPORT && verdict.outcome() != Outcome.KEPT && it.volunteerId() != null) {
            store.tell(it.id());
        }
        close(
                What.DECIDED,
                Side.OFFICE,
                because(accountId, verdict, record),
                lists.find(it.id()).orElseThrow(),
                verdict);
    }

    private void apply(Because because, CaseView it, Verdict verdict, @Nullable RecordView record) {
        switch (verdict.outcome()) {
            case CORRECTED ->
                records.correct(
                        it.id(), Objects.requireNonNull(record), Objects.requireNonNull(verdict.served()), because);
            case VOID ->
                // Everything in the name of somebody who never knew, what was added meanwhile included.
                records.declareVoid(
                        record == null
                                ? records.ofVolunteer(Objects.requireNonNull(it.volunteerId()))
                                : List.of(record),
                        because);
            case KEPT, ADDED, UPHELD -> {
                // No record changes by the case itself.
            }
        }
    }

    private void close(What what, Side side, Because because, CaseView it, Verdict verdict) {
        store.addStep(
                it.id(),
                new CaseStep(
                        what,
                        side,
                        terms.now(),
                        because.actorAccountId(),
                        because.why(),
                        verdict.outcome(),
                        because.ruleKey(),
                        because.ruleVersion()));
        notices.ended(it, verdict.outcome(), because.why());
    }

    /** The reason; with the rule by which hours are counted only where hours were counted anew. */
    private static Because because(long accountId, Verdict verdict, @Nullable RecordView record) {
        String why = verdict.reason().strip();
        return record == null || verdict.outcome() != Outcome.CORRECTED
                ? Because.of(accountId, why)
                : new Because(accountId, why, "record.counting", record.countingVersion());
    }
}
