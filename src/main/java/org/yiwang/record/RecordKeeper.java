package org.yiwang.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.attendance.AttendanceEvent;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.Volunteers;

/**
 * Makes a record of every closed check-in pair, and makes records effective when the activity is closed with a
 * summary. Both in the transaction of what caused them: a check-out without its record cannot be.
 */
@Component
class RecordKeeper {

    private final RecordStore store;
    private final ClockStore clocks;
    private final Activities activities;
    private final Organizations organizations;
    private final Volunteers volunteers;
    private final Rules rules;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordKeeper(
            RecordStore store,
            ClockStore clocks,
            Activities activities,
            Organizations organizations,
            Volunteers volunteers,
            Rules rules,
            Notifications notifications,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.clocks = clocks;
        this.activities = activities;
        this.organizations = organizations;
        this.volunteers = volunteers;
        this.rules = rules;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(AttendanceEvent.PairClosed pair) {
        store.lock(pair.volunteerId());
        if (store.isRecorded(pair.volunteerId(), pair.pairId())) {
            return;
        }
        ActivityView activity = activities.get(pair.activityId());
        ShiftView shift = activity.shifts().stream()
                .filter(s -> s.id() == pair.shiftId())
                .findFirst()
                .orElseThrow();
        LocalDate day = day(pair.served().start());
        Rule<CountingRule> counting = rules.on(day, "record.counting", CountingRule.class);
        Optional<Period> counted = Counting.counted(pair.served(), shift.period(), counting.value());
        Entry entry = new Entry(
                pair.volunteerId(),
                Ids.next(),
                pair.pairId(),
                statutory(activity, shift),
                shift.period(),
                pair.served(),
                counted.orElse(null),
                counted.map(c -> day(c.start())).orElse(day),
                Counting.kind(pair.in(), pair.out()),
                new Entry.Proof(pair.in(), pair.out()),
                counting.version(),
                null,
                null,
                pair.out().byAccountId(),
                clock.instant());
        Judgement judged = judge(pair.volunteerId(), counted.orElse(null), day, pair.activityId(), null);
        store.insert(entry, judged.standing(), activity.ancestors(), judged.rule());
        if (judged.standing().state() == RecordState.EFFECTIVE) {
            events.publishEvent(new RecordEvent.BecameEffective(entry.volunteerId(), entry.recordId()));
        }
    }

    @EventListener
    void on(ActivityEvent.Closed closed) {
        Instant now = clock.instant();
        clocks.settle(closed.activityId(), now);
        var settled =
                store.settle(closed.activityId(), new RecordStore.Deed(now, 0, "record.why.activity-closed", null));
        if (settled.isEmpty()) {
            return;
        }
        String title = activities.get(closed.activityId()).title();
        var people = volunteers.getAll(settled.stream()
                .map(RecordStore.Settled::volunteerId)
                .distinct()
                .toList());
        for (var one : settled) {
            events.publishEvent(new RecordEvent.BecameEffective(one.volunteerId(), one.recordId()));
            var person = people.get(one.volunteerId());
            if (person != null) {
                notifications.tell(
                        person.contactAccountId(),
                        new Notice(
                                "notice.record.effective",
                                List.of(title, String.valueOf(one.serviceMinutes())),
                                "/me/hours/" + Ids.text(one.recordId()) + "?volunteer=" + Ids.text(one.volunteerId()),
                                false));
            }
        }
    }

    /**
     * How a new record must stand: on hold when nothing counts, when it overlaps or makes a day too long; effective at
     * once when its activity is closed already; pending otherwise.
     */
    Judgement judge(
            long volunteerId, @Nullable Period counted, LocalDate day, long activityId, @Nullable Long instead) {
        if (counted == null) {
            return new Judgement(Standing.held(Hold.OUTSIDE_SHIFT), null);
        }
        List<Period> others =
                store.liveSpans(volunteerId, counted.widen(Duration.ofDays(1), Duration.ofDays(1)), instead);
        if (others.stream().anyMatch(counted::overlaps)) {
            return new Judgement(Standing.held(Hold.OVERLAP), null);
        }
        Rule<DailyCapsRule> caps = rules.on(day, "record.daily-caps", DailyCapsRule.class);
        Hold hold = Counting.dailyHold(counted, others, caps.value(), clock.getZone());
        if (hold != null) {
            return new Judgement(Standing.held(hold), new RecordStore.Applied(caps.key(), caps.version()));
        }
        return new Judgement(clocks.isSettled(activityId) ? Standing.EFFECTIVE : Standing.PENDING, null);
    }

    private Entry.Statutory statutory(ActivityView activity, ShiftView shift) {
        return new Entry.Statutory(
                activity.id(),
                shift.id(),
                activity.organizationId(),
                organizations.get(activity.organizationId()).name(),
                activity.region().value(),
                activity.title(),
                activity.category(),
                shift.postName(),
                activity.place().address(),
                activities.detail(activity.id()).contact().name());
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(clock.getZone()).toLocalDate();
    }

    /**
     * The standing of a new record, with the rule that put it on hold.
     *
     * @param standing how it stands
     * @param rule the rule, null where none decided
     */
    record Judgement(Standing standing, RecordStore.@Nullable Applied rule) {}
}
