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
import org.yiwang.objection.CaseView.Kind;
import org.yiwang.objection.CaseView.State;
import org.yiwang.record.Because;
import org.yiwang.record.RecordView;
import org.yiwang.rules.Rule;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

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
    private final CaseStepStore steps;
    private final CaseTerms terms;
    private final CaseRecords records;
    private final CaseNotices notices;
    private final Decisions decisions;
    private final Volunteers volunteers;
    private final TransactionTemplate transaction;

    Announcements(
            CaseStore store,
            CaseListStore lists,
            CaseStepStore steps,
            CaseTerms terms,
            CaseRecords records,
            CaseNotices notices,
            Decisions decisions,
            Volunteers volunteers,
            TransactionTemplate transaction) {
        this.store = store;
        this.lists = lists;
        this.steps = steps;
        this.terms = terms;
        this.records = records;
        this.notices = notices;
        this.decisions = decisions;
        this.volunteers = volunteers;
        this.transaction = transaction;
    }

    /**
     * Whether a decision has to be told first: it takes hours away, and whose they are has not asked for it. "That was not
     * me" is told whoever is registered with the document, unless it was they who said so.
     */
    boolean isNeeded(CaseView it, Verdict verdict, @Nullable RecordView record) {
        return decisions.takesAway(it, verdict, record) && (it.kind() != Kind.NOT_ME || hasSomebodyElse(it));
    }

    private boolean hasSomebodyElse(CaseView it) {
        VolunteerView person = volunteers.get(Objects.requireNonNull(it.volunteerId()));
        boolean reachable = person.accountId() != null || person.guardianAccountId() != null;
        return reachable && !person.concerns(it.openedBy());
    }

    /**
     * Tells the decision, with what shows it, and freezes the records; joins the caller's transaction, which holds the case.
     * Whoever announces anew tells it with all its days again, but only while the days of the case run. Refuses with {@code
     * case.evidence-needed} and {@code case.announced-late}.
     */
    void announce(long accountId, CaseView it, Verdict verdict) {
        if (Words.optional(verdict.evidence(), "evidence").isEmpty()) {
            throw new Refusal(CaseProblem.EVIDENCE_NEEDED).at("evidence");
        }
        if (it.state() == State.ANNOUNCED && it.isLate(terms.today())) {
            throw new Refusal(CaseProblem.ANNOUNCED_LATE).at("outcome");
        }
        Rule<AnnouncementRule> rule = terms.announcementRule();
        String why = verdict.reason().strip();
        records.freeze(
                it.id(),
                lists.records(it.id(), false),
                new Because(accountId, "record.why.case-announced", rule.key(), rule.version()));
        store.announce(
                it.id(),
                verdict,
                new Announcement(
                        verdict.served(),
                        why,
                        accountId,
                        terms.now().plus(Duration.ofDays(rule.value().days()))));
        steps.add(
                it.id(),
                CaseStep.of(What.ANNOUNCED, Side.OFFICE, terms.now(), accountId, null)
                        .saying(verdict)
                        .by(rule));
        notices.announced(lists.find(it.id()).orElseThrow());
    }

    /** Does what was announced; joins the caller's transaction, which holds the case. */
    void carryOut(CaseView it) {
        Announcement announced = Objects.requireNonNull(it.announced());
        Verdict verdict = new Verdict(
                Objects.requireNonNull(it.outcome()), announced.served(), announced.why(), "", it.documentSeen());
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
            store.lookAgain(id);
            steps.add(id, CaseStep.of(What.OVERTAKEN, Side.PROGRAM, terms.now(), 0, null));
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
