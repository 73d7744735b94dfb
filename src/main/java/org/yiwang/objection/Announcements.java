package org.yiwang.objection;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Refusal;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.objection.CaseView.Announcement;
import org.yiwang.objection.CaseView.State;
import org.yiwang.record.Because;
import org.yiwang.record.RecordView;
import org.yiwang.rules.Rule;

/**
 * Decisions that take hours away are told to the volunteer first, with the reason and the rule, and carried out some days
 * later (domain F14). Until then the records stay frozen, the volunteer may agree, answer, or take it further once, and
 * the office may decide anew.
 */
@Component
public class Announcements {

    private static final int BATCH = 200;

    private final CaseStore store;
    private final CaseListStore lists;
    private final CaseTerms terms;
    private final CaseRecords records;
    private final CaseNotices notices;
    private final Decisions decisions;
    private final TransactionTemplate transaction;

    Announcements(
            CaseStore store,
            CaseListStore lists,
            CaseTerms terms,
            CaseRecords records,
            CaseNotices notices,
            Decisions decisions,
            TransactionTemplate transaction) {
        this.store = store;
        this.lists = lists;
        this.terms = terms;
        this.records = records;
        this.notices = notices;
        this.decisions = decisions;
        this.transaction = transaction;
    }

    /**
     * Whether a decision has to be told first: it takes hours away, and whose they are has not asked for it. For "not me"
     * the document was seen, so only somebody who says "it was me" is told first.
     */
    boolean isNeeded(CaseView it, Verdict verdict, @Nullable RecordView record) {
        return decisions.lowers(verdict, record)
                && switch (it.kind()) {
                    case OBJECTION -> it.complaint() != Complaint.TOO_MUCH;
                    case REPORT -> true;
                    case NOT_ME ->
                        lists.steps(it.id()).stream()
                                .anyMatch(s -> s.what() == What.STATED && s.side() == Side.VOLUNTEER);
                };
    }

    /** Tells the decision and freezes the records; joins the caller's transaction, which holds the case. */
    void announce(long accountId, CaseView it, Verdict verdict) {
        Rule<AnnouncementRule> rule = terms.announcementRule();
        String why = verdict.reason().strip();
        records.freeze(it.id(), lists.records(it.id(), false), Because.of(accountId, "record.why.case-announced"));
        store.announce(
                it.id(),
                verdict.outcome(),
                new Announcement(
                        verdict.served(),
                        why,
                        accountId,
                        terms.now().plus(Duration.ofDays(rule.value().days()))));
        store.addStep(
                it.id(),
                new CaseStep(
                        What.ANNOUNCED,
                        Side.OFFICE,
                        terms.now(),
                        accountId,
                        why,
                        verdict.outcome(),
                        rule.key(),
                        rule.version()));
        notices.announced(lists.find(it.id()).orElseThrow());
    }

    /** Does what was announced; joins the caller's transaction, which holds the case. */
    void carryOut(CaseView it) {
        Announcement announced = Objects.requireNonNull(it.announced());
        Verdict verdict = new Verdict(Objects.requireNonNull(it.outcome()), announced.served(), announced.why(), true);
        decisions.decided(announced.byAccountId(), it, verdict, decisions.record(it));
    }

    /** Carries out what is due, each in a transaction of its own; how many. Run by a job; for tests after moving the clock. */
    public int carryOutDue() {
        int done = 0;
        for (long id : lists.announcedUntil(terms.now(), BATCH)) {
            try {
                done += Objects.requireNonNull(transaction.execute(_ -> carryOutIfDue(id))) ? 1 : 0;
            } catch (Refusal _) {
                transaction.executeWithoutResult(_ -> overtaken(id));
            }
        }
        return done;
    }

    private boolean carryOutIfDue(long id) {
        CaseView it = store.lock(id).orElseThrow();
        if (!isDue(it)) {
            return false;
        }
        carryOut(it);
        return true;
    }

    /** The record was changed meanwhile, or the time cannot stand any more: the office looks again. */
    private void overtaken(long id) {
        CaseView it = store.lock(id).orElseThrow();
        if (isDue(it)) {
            store.escalate(id, it.region(), terms.fromToday(), it.contested());
            store.addStep(id, new CaseStep(What.OVERTAKEN, Side.PROGRAM, terms.now(), 0, null, null, null, null));
            notices.opened(lists.find(id).orElseThrow());
        }
    }

    private boolean isDue(CaseView it) {
        Announcement announced = it.announced();
        return it.state() == State.ANNOUNCED
                && announced != null
                && !announced.carryOutAt().isAfter(terms.now());
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> carryOutAnnouncements(Announcements announcements) {
            return Tasks.recurring("objection-announcements", FixedDelay.of(Duration.ofMinutes(5)))
                    .execute((instance, context) -> announcements.carryOutDue());
        }
    }
}
