package org.yiwang.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.attendance.AttendanceEvent;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordStore.Applied;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;

/**
 * Makes a record of every closed check-in pair, and puts records on public notice when the activity is closed with a
 * summary. Both in the transaction of what caused them: a check-out without its record cannot be.
 */
@Component
class RecordKeeper {

    private final RecordStore store;
    private final ClockStore clocks;
    private final Activities activities;
    private final Organizations organizations;
    private final Rules rules;
    private final PublicNotice notice;
    private final ObjectProvider<HandMadeTime> bounds;
    private final Doers doers;
    private final Clock clock;

    RecordKeeper(
            RecordStore store,
            ClockStore clocks,
            Activities activities,
            Organizations organizations,
            Rules rules,
            PublicNotice notice,
            ObjectProvider<HandMadeTime> bounds,
            Doers doers,
            Clock clock) {
        this.store = store;
        this.clocks = clocks;
        this.activities = activities;
        this.organizations = organizations;
        this.rules = rules;
        this.notice = notice;
        this.bounds = bounds;
        this.doers = doers;
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
        Applied byCounting = new Applied(counting.key(), counting.version());
        Optional<Applied> ban = ban(pair, activity);
        Optional<Period> counted = Counting.counted(pair.served(), shift.period(), counting.value())
                .filter(_ -> ban.isEmpty());
        Entry entry = new Entry(
                pair.volunteerId(),
                Ids.next(),
                Origin.ATTENDANCE,
                pair.pairId(),
                null,
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
        boolean closed = clocks.isSettled(pair.activityId());
        Judgement judged = ban.map(rule -> new Judgement(Standing.held(Hold.NO_MANUAL_ENTRY), rule))
                .orElseGet(() -> judge(
                        pair.volunteerId(),
                        counted.orElse(null),
                        day,
                        null,
                        byCounting,
                        onNotice(closed, Origin.ATTENDANCE, pair.in(), pair.out())));
        Applied decided = judged.rule();
        store.insert(
                entry,
                judged.standing(),
                decided == null ? byCounting : decided,
                doers.of(entry.madeBy(), entry.volunteerId(), entry.statutory()));
        Instant countsOn = judged.standing().countsOn();
        if (countsOn != null) {
            notice.tellOnNotice(
                    new NoticeStore.Told(
                            entry.volunteerId(),
                            entry.recordId(),
                            entry.serviceMinutes(),
                            activity.title(),
                            entry.serviceDate()),
                    countsOn);
        }
    }

    @EventListener
    void on(ActivityEvent.Closed closed) {
        clocks.settle(closed.activityId(), clock.instant());
        notice.publish(closed.activityId());
    }

    /**
     * How a new record must stand: on hold when nothing counts, when it overlaps or makes a day too long; on public notice
     * when its activity is closed already; pending otherwise.
     *
     * @param counting the rule by which it was counted
     * @param free how it stands if nothing holds it
     */
    Judgement judge(
            long volunteerId,
            @Nullable Period counted,
            LocalDate day,
            @Nullable Long instead,
            Applied counting,
            Judgement free) {
        if (counted == null) {
            return new Judgement(Standing.held(Hold.OUTSIDE_SHIFT), counting);
        }
        List<Period> others =
                store.liveSpans(volunteerId, counted.widen(Duration.ofDays(1), Duration.ofDays(1)), instead);
        if (others.stream().anyMatch(counted::overlaps)) {
            return new Judgement(Standing.held(Hold.OVERLAP), counting);
        }
        Rule<DailyCapsRule> caps = rules.on(day, "record.daily-caps", DailyCapsRule.class);
        Hold hold = Counting.dailyHold(counted, others, caps.value(), clock.getZone());
        if (hold != null) {
            return new Judgement(Standing.held(hold), new Applied(caps.key(), caps.version()));
        }
        return free;
    }

    /** How a record stands that nothing holds; attendance by an organizer's word alone waits longer. */
    Judgement onNotice(boolean closed, Origin origin, Evidence in, Evidence out) {
        return closed
                ? new Judgement(
                        notice.standing(origin == Origin.ATTENDANCE && Counting.isOneSided(in, out)), notice.applied())
                : new Judgement(Standing.PENDING, null);
    }

    /** The rule that forbids it, if both ends are the word of somebody who may enter nothing by hand, or for such a team. */
    private Optional<Applied> ban(AttendanceEvent.PairClosed pair, ActivityView activity) {
        Set<Long> word =
                new HashSet<>(List.of(pair.in().byAccountId(), pair.out().byAccountId()));
        return Counting.isOneSided(pair.in(), pair.out())
                ? bounds.getObject()
                        .ban(activity.organizationId(), word)
                        .map(rule -> new Applied(rule.key(), rule.version()))
                : Optional.empty();
    }

    private Statutory statutory(ActivityView activity, ShiftView shift) {
        return new Statutory(
                activity.id(),
                shift.id(),
                activity.organizationId(),
                organizations.get(activity.organizationId()).name(),
                activity.region().value(),
                activity.title(),
                activity.category(),
                shift.postName(),
                activity.place().address(),
                activities.detail(activity.id()).contact().name(),
                activity.ancestors());
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(clock.getZone()).toLocalDate();
    }

    /**
     * The standing of a new record, with the rule that put it on hold.
     *
     * @param standing how it stands
     * @param rule the rule, null where only the counting of time decided
     */
    record Judgement(Standing standing, @Nullable Applied rule) {}
}
