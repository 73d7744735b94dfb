package org.yiwang.record;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.WorkingDays;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.OrganizationEvent;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Rules;

/**
 * The organizers' clock: service must be on record within 10 working days after an activity ends (Order 67 art. 11).
 * Leaders are reminded, then alarmed; what is late is on the office's list.
 */
@Component
public class RecordClock {

    private static final int LIST_SIZE = 200;

    private final ClockStore store;
    private final Activities activities;
    private final Organizations organizations;
    private final Rules rules;
    private final Notifications notifications;
    private final Clock clock;

    RecordClock(
            ClockStore store,
            Activities activities,
            Organizations organizations,
            Rules rules,
            Notifications notifications,
            Clock clock) {
        this.store = store;
        this.activities = activities;
        this.organizations = organizations;
        this.rules = rules;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Activities that have ended and are not on record yet, within reach of the permission, most urgent first. */
    public List<Deadline> open(Actor actor, Permission permission) {
        return store.open(actor.reach(permission), clock.instant(), LIST_SIZE);
    }

    /** The deadline of an activity, if it was ever published. */
    public Optional<Deadline> find(long activityId) {
        return store.find(activityId);
    }

    /** Tells leaders what is due; each warning goes out once. Run by a job. */
    @Transactional
    public void warn() {
        LocalDate today = LocalDate.now(clock);
        for (var warning : ClockStore.Warning.values()) {
            for (Deadline late : store.take(warning, today, clock.instant())) {
                if (isOvertaken(warning, late, today)) {
                    continue;
                }
                Notice notice = new Notice(
                        "notice.record.clock-" + warning.name().toLowerCase(Locale.ROOT),
                        List.of(late.title(), late.dueOn().toString()),
                        "/desk/activities/" + Ids.text(late.activityId()) + "/records",
                        warning != ClockStore.Warning.REMIND);
                notifications.tell(organizations.leaders(late.organizationId()), notice);
            }
        }
    }

    /** After a stop of the program several may be due at once: only the last is said. */
    private static boolean isOvertaken(ClockStore.Warning warning, Deadline late, LocalDate today) {
        return switch (warning) {
            case REMIND -> !today.isBefore(late.alarmOn());
            case ALARM -> late.isOverdue(today);
            case OVERDUE -> false;
        };
    }

    @EventListener
    void on(ActivityEvent event) {
        switch (event) {
            case ActivityEvent.Published e -> set(e.activityId());
            case ActivityEvent.ShiftsChanged e -> set(e.activityId());
            case ActivityEvent.Postponed e -> set(e.activityId());
            case ActivityEvent.CutShort e -> set(e.activityId());
            case ActivityEvent.Cancelled e -> store.cancel(e.activityId());
            case ActivityEvent.Corrected e -> set(e.activityId());
            case ActivityEvent.Closed _ -> {
                // RecordKeeper settles it together with the records.
            }
        }
    }

    /** In the transaction of the move: the new body above sees at once what is late below it. */
    @EventListener
    void on(OrganizationEvent.Moved moved) {
        for (long organization : store.organizationsBelow(moved.organizationId())) {
            store.move(organization, organizations.get(organization).ancestors());
        }
    }

    /** By the last shift of all, whichever shifts the event names. */
    private void set(long activityId) {
        ActivityView activity = activities.get(activityId);
        Instant end = activity.period().end();
        LocalDate endedOn = end.atZone(clock.getZone()).toLocalDate();
        ClockRule rule = rules.on(endedOn, "record.clock", ClockRule.class).value();
        WorkingDays days = rules.workingDays();
        store.set(
                new Deadline(
                        activityId,
                        activity.organizationId(),
                        activity.title(),
                        end,
                        endedOn,
                        days.after(endedOn, rule.remindAfterDays()),
                        days.after(endedOn, rule.alarmAfterDays()),
                        days.after(endedOn, rule.dueAfterDays()),
                        false),
                activity.ancestors(),
                activity.region().value());
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> recordClockJob(RecordClock recordClock) {
            return Tasks.recurring("record-clock", FixedDelay.of(Duration.ofMinutes(30)))
                    .execute((instance, context) -> recordClock.warn());
        }
    }
}
