package org.yiwang.objection;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Period;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.objection.CaseView.Kind;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.record.Because;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.rules.Rule;

/** What becomes of records and of the case once it is answered; joins the caller's transaction, which holds the case. */
@Component
class Decisions {

    private final CaseStore store;
    private final CaseListStore lists;
    private final CaseStepStore steps;
    private final CaseTerms terms;
    private final CaseRecords records;
    private final CaseNotices notices;

    Decisions(
            CaseStore store,
            CaseListStore lists,
            CaseStepStore steps,
            CaseTerms terms,
            CaseRecords records,
            CaseNotices notices) {
        this.store = store;
        this.lists = lists;
        this.steps = steps;
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

    /**
     * Whether an answer takes away from what counts or may come to count, and the volunteer has not asked for it: who says
     * that it is too much has asked for the time named, not for less.
     */
    boolean takesAway(CaseView it, Verdict verdict, @Nullable RecordView record) {
        if (verdict.outcome() == Outcome.VOID) {
            return true;
        }
        Period served = verdict.served();
        if (verdict.outcome() != Outcome.CORRECTED || record == null || served == null) {
            return false;
        }
        RecordCases.Foreseen foreseen = records.foresee(record, served);
        return foreseen.lowers() && !isAskedFor(it, served, foreseen);
    }

    private static boolean isAskedFor(CaseView it, Period served, RecordCases.Foreseen foreseen) {
        Period wished = it.wished();
        return it.complaint() == Complaint.TOO_MUCH
                && wished != null
                && (served.equals(wished) || foreseen.after() >= wished.minutes() && !foreseen.losesCredit());
    }

    /** Whether an answer gives more than counts or may come to count now. */
    boolean raises(Verdict verdict, @Nullable RecordView record) {
        Period served = verdict.served();
        return verdict.outcome() == Outcome.CORRECTED
                && record != null
                && served != null
                && records.foresee(record, served).raises();
    }

    /** The organization's answer takes effect. */
    void answered(long accountId, CaseView it, Verdict verdict, @Nullable RecordView record) {
        Because because = because(accountId, it, verdict, record);
        apply(because, it, verdict, record);
        store.answer(it.id(), verdict.outcome(), accountId, terms.escalateUntil());
        close(What.ANSWERED, Side.ORGANIZATION, because, it, verdict);
    }

    /** The office's decision takes effect, and what the case held frozen is let go. */
    void decided(long accountId, CaseView it, Verdict verdict, @Nullable RecordView record) {
        Because because = because(accountId, it, verdict, record);
        apply(because, it, verdict, record);
        records.release(it.id(), terms.because(accountId, "record.why.case-over"));
        store.decide(it.id(), verdict.outcome(), verdict.documentSeen(), takeAboveUntil(it, verdict));
        if (it.kind() == Kind.REPORT && verdict.outcome() != Outcome.KEPT && it.volunteerId() != null) {
            store.tell(it.id());
        }
        close(What.DECIDED, Side.OFFICE, because, lists.find(it.id()).orElseThrow(), verdict);
    }

    /** Until when whoever reported may take it to the office above, once, that nothing was found; null if they may not. */
    private @Nullable LocalDate takeAboveUntil(CaseView it, Verdict verdict) {
        boolean may = it.kind() == Kind.REPORT && verdict.outcome() == Outcome.KEPT && !steps.isTakenAbove(it.id());
        return may ? terms.escalateUntil() : null;
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
            case KEPT -> {
                if (it.kind() == Kind.OBJECTION && record != null) {
                    records.withdrawProposal(record, because);
                }
            }
            case ADDED, UPHELD -> {
                // No record changes by the case itself.
            }
        }
    }

    private void close(What what, Side side, Because because, CaseView it, Verdict verdict) {
        steps.add(
                it.id(),
                CaseStep.of(what, side, terms.now(), because.actorAccountId(), null)
                        .saying(verdict)
                        .by(because.ruleKey(), because.ruleVersion()));
        notices.ended(it, verdict.outcome(), because.why());
    }

    /**
     * The reason with the rule: where hours are counted anew the one by which they are, where a record becomes void the one by
     * which it was told before, or by which the case was answered. What changes no record needs none.
     */
    private Because because(long accountId, CaseView it, Verdict verdict, @Nullable RecordView record) {
        String why = verdict.reason().strip();
        return switch (verdict.outcome()) {
            case CORRECTED ->
                new Because(
                        accountId,
                        why,
                        "record.counting",
                        Objects.requireNonNull(record).countingVersion());
            case VOID -> {
                Rule<?> rule = it.announced() == null ? terms.rule() : terms.announcementRule();
                yield new Because(accountId, why, rule.key(), rule.version());
            }
            case KEPT, ADDED, UPHELD -> Because.of(accountId, why);
        };
    }
}
