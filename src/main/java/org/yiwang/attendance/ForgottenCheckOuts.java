package org.yiwang.attendance;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceStore.Open;
import org.yiwang.kernel.Ids;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
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
        // First, because reminding locks pairs, and open check-ins are locked before pairs everywhere.
        List<Open> forgotten = store.lockOverdue(now.minus(Duration.ofHours(rule.graceHours())));
        remind(store.takeToRemind(now.minus(Duration.ofMinutes(rule.remindAfterMinutes())), now));
        store.forget(forgotten);
        forgotten.stream().map(Open::activityId).distinct().forEach(this::askToAttest);
    }

    private void remind(List<PairView> pairs) {
        Map<Long, VolunteerView> people =
                volunteers.getAll(pairs.stream().map(PairView::volunteerId).toList());
        Map<Long, List<Long>> accounts = new LinkedHashMap<>();
        for (PairView pair : pairs) {
            VolunteerView person = people.get(pair.volunteerId());
            if (person != null) {
                accounts.computeIfAbsent(pair.activityId(), _ -> new ArrayList<>())
                        .add(person.contactAccountId());
            }
        }
        accounts.forEach((activity, told) -> notifications.tell(
                told,
                new Notice(
                        "notice.attendance.forgotten",
                        List.of(activities.get(activity).title()),
                        "/me/check-in",
                        true)));
    }

    private void askToAttest(long activityId) {
        ActivityView activity = activities.get(activityId);
        notifications.tell(
                organizations.leaders(activity.organizationId()),
                new Notice(
                        "notice.attendance.attest",
                        List.of(activity.title()),
                        "/desk/activities/" + Ids.text(activityId) + "/attendance",
                        false));
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
