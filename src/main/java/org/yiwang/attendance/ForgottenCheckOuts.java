package org.yiwang.attendance;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Ids;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.Volunteers;

/**
 * Forgotten check-outs (domain F5, complaint C15): first the person is reminded, after the grace the organizer is asked
 * to attest. The check-in stays; nothing becomes zero in silence.
 */
@Component
public class ForgottenCheckOuts {

    private final AttendanceStore store;
    private final Activities activities;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final Notifications notifications;
    private final Rules rules;
    private final Clock clock;

    ForgottenCheckOuts(
            AttendanceStore store,
            Activities activities,
            Volunteers volunteers,
            Organizations organizations,
            Notifications notifications,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.activities = activities;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.notifications = notifications;
        this.rules = rules;
        this.clock = clock;
    }

    /** Reminds people and hands over to organizers what is due now. Run by a job. */
    @Transactional
    public void lookAfter() {
        CheckingRule rule =
                rules.current("attendance.checking", CheckingRule.class).value();
        Instant now = clock.instant();
        for (PairView pair : store.takeToRemind(now.minus(Duration.ofMinutes(rule.remindAfterMinutes())), now)) {
            notifications.tell(
                    volunteers.get(pair.volunteerId()).contactAccountId(),
                    new Notice(
                            "notice.attendance.forgotten",
                            List.of(activities.get(pair.activityId()).title()),
                            "/me/check-in",
                            true));
        }
        List<PairView> forgotten = store.takeForgotten(now.minus(Duration.ofHours(rule.graceHours())));
        store.release(forgotten.stream().map(PairView::pairId).toList());
        Set<Long> told = new HashSet<>();
        for (PairView pair : forgotten) {
            if (told.add(pair.activityId())) {
                ActivityView activity = activities.get(pair.activityId());
                Notice notice = new Notice(
                        "notice.attendance.attest",
                        List.of(activity.title()),
                        "/desk/activities/" + Ids.text(pair.activityId()) + "/attendance",
                        false);
                organizations.leaders(activity.organizationId()).forEach(leader -> notifications.tell(leader, notice));
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> forgottenCheckOutsJob(ForgottenCheckOuts forgotten) {
            return Tasks.recurring("attendance-forgotten", FixedDelay.of(Duration.ofMinutes(5)))
                    .execute((instance, context) -> forgotten.lookAfter());
        }
    }
}
