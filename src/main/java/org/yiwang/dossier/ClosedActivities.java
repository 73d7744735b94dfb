package org.yiwang.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordDesk;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** When an activity is closed, team and volunteers may say how it was; the volunteers are asked. */
@Component
class ClosedActivities {

    private final TurnStore turns;
    private final Activities activities;
    private final Organizations organizations;
    private final RecordDesk records;
    private final Volunteers volunteers;
    private final Rules rules;
    private final Notifications notifications;
    private final Clock clock;

    ClosedActivities(
            TurnStore turns,
            Activities activities,
            Organizations organizations,
            RecordDesk records,
            Volunteers volunteers,
            Rules rules,
            Notifications notifications,
            Clock clock) {
        this.turns = turns;
        this.activities = activities;
        this.organizations = organizations;
        this.records = records;
        this.volunteers = volunteers;
        this.rules = rules;
        this.notifications = notifications;
        this.clock = clock;
    }

    @EventListener
    void on(ActivityEvent.Closed closed) {
        Instant now = clock.instant();
        ActivityView activity = activities.get(closed.activityId());
        EvaluationRule rule =
                rules.current(EvaluationRule.KEY, EvaluationRule.class).value();
        LocalDate ended = LocalDate.ofInstant(activity.period().end(), clock.getZone());
        Holder team = Holder.of(organizations.get(activity.organizationId()));
        Window window = Window.of(
                activity.id(),
                team,
                activity.title(),
                now,
                rules.workingDays().after(ended, rule.dueAfterDays()),
                rule.openDays());
        turns.open(window);
        Map<Long, LocalDate> served = served(activity.id());
        turns.add(window, served);
        List<Long> accounts = volunteers.getAll(served.keySet()).values().stream()
                .filter(v -> v.state() == VolunteerView.State.VALID)
                .map(VolunteerView::contactAccountId)
                .distinct()
                .toList();
        LocalDate until = LocalDate.ofInstant(window.openUntil(), clock.getZone());
        notifications.tell(
                accounts,
                new Notice(
                        "notice.dossier.how-was-it",
                        List.of(activity.title(), until.toString()),
                        "/me/evaluations/" + Ids.text(activity.id()),
                        false));
    }

    /** Gives their turn to those who came on record after the closing. */
    void addLate(Window window) {
        turns.add(window, served(window.activityId()));
    }

    private Map<Long, LocalDate> served(long activityId) {
        Map<Long, LocalDate> served = new TreeMap<>();
        for (RecordView record : records.ofActivity(Actor.SYSTEM, activityId)) {
            if (record.state() != RecordState.VOID && record.state() != RecordState.SUPERSEDED) {
                served.merge(record.volunteerId(), record.serviceDate(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return served;
    }
}
