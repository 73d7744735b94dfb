package org.yiwang.volunteer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView.State;

/** Makes void what nobody confirmed in time, and frees its document. */
@Component
class Deadlines {

    private static final int AT_ONCE = 200;

    private final VolunteerStore store;
    private final States states;
    private final Questions questions;
    private final CardCodes codes;
    private final PictureStore pictures;
    private final RecoveryLimits recoveries;
    private final Notifications notifications;
    private final Rules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deadlines(
            VolunteerStore store,
            States states,
            Questions questions,
            CardCodes codes,
            PictureStore pictures,
            RecoveryLimits recoveries,
            Notifications notifications,
            Rules rules,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.states = states;
        this.questions = questions;
        this.codes = codes;
        this.pictures = pictures;
        this.recoveries = recoveries;
        this.notifications = notifications;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Settles all that is overdue, each in a transaction of its own; returns how many became void. */
    int settle() {
        int madeVoid = 0;
        List<Long> overdue = store.overdue(clock.instant(), AT_ONCE);
        while (!overdue.isEmpty()) {
            for (long id : overdue) {
                madeVoid += Boolean.TRUE.equals(transaction.execute(status -> settleOne(id))) ? 1 : 0;
            }
            overdue = store.overdue(clock.instant(), AT_ONCE);
        }
        codes.forgetOld();
        recoveries.forgetOld();
        pictures.deleteDue(LocalDate.now(clock));
        return madeVoid;
    }

    private boolean settleOne(long volunteerId) {
        VolunteerView view = store.lock(volunteerId).orElseThrow();
        if (view.state() != State.UNCONFIRMED) {
            return false;
        }
        VolunteerStore.Details details = store.details(volunteerId);
        if (view.accountId() != null && cameOfAge(view)) {
            // A minor who came of age meanwhile needs nobody's confirmation any more.
            questions.expire(volunteerId);
            states.confirm(view, "confirmed.of-age", 0);
            return false;
        }
        states.makeVoid(view, "never-confirmed", null, 0);
        long tell = Objects.requireNonNullElse(view.accountId(), details.registeredBy());
        notifications.tell(
                tell, new Notice("notice.volunteer.void", List.of(view.maskedName(), view.number()), "/me", false));
        return true;
    }

    private boolean cameOfAge(VolunteerView view) {
        AgePolicy policy = rules.current(AgePolicy.KEY, AgePolicy.class).value();
        return !policy.isMinor(view.birthDate(), LocalDate.now(clock));
    }

    /** The job: every five minutes. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        RecurringTask<Void> voidUnconfirmedVolunteers(Deadlines deadlines) {
            return Tasks.recurring("volunteer-deadlines", FixedDelay.of(Duration.ofMinutes(5)))
                    .execute((instance, context) -> deadlines.settle());
        }
    }
}
