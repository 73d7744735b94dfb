package org.yiwang.objection;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.objection.CaseStore.Warning;
import org.yiwang.organization.OrganizationEvent;
import org.yiwang.organization.Organizations;

/**
 * The days of a case: whoever has to answer is reminded and alarmed; what an organization has not answered on the last
 * day goes to the district by itself, and the supervisors of an office that is late are told.
 */
@Component
public class CaseClock {

    private static final int BATCH = 200;

    private final CaseStore store;
    private final CaseTerms terms;
    private final CaseNotices notices;
    private final Escalation escalation;
    private final Organizations organizations;
    private final Tries tries;

    CaseClock(
            CaseStore store,
            CaseTerms terms,
            CaseNotices notices,
            Escalation escalation,
            Organizations organizations,
            Tries tries) {
        this.store = store;
        this.terms = terms;
        this.notices = notices;
        this.escalation = escalation;
        this.organizations = organizations;
        this.tries = tries;
    }

    /** Does what is due today; each thing once. Run by a job. */
    @Transactional
    public void tick() {
        store.lockUnanswered(terms.today(), BATCH).forEach(escalation::late);
        for (Warning warning : Warning.values()) {
            store.take(warning, terms.today(), terms.now()).forEach(it -> {
                if (!isOvertaken(it, warning)) {
                    notices.warned(it, warning);
                }
            });
        }
        tries.forgetOld();
    }

    /** After a stop of the program several may be due at once: only the last is said. */
    private boolean isOvertaken(CaseView it, Warning warning) {
        return warning != Warning.LATE && it.isLate(terms.today());
    }

    /** In the transaction of the move: the new body above answers from now on. */
    @EventListener
    void on(OrganizationEvent.Moved moved) {
        for (long organization : store.organizationsBelow(moved.organizationId())) {
            store.moveOrganization(organization, organizations.get(organization).ancestors());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> objectionClockJob(CaseClock cases) {
            return Tasks.recurring("objection-clock", FixedDelay.of(Duration.ofMinutes(30)))
                    .execute((instance, context) -> cases.tick());
        }
    }
}
