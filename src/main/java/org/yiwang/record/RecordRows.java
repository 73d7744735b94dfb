package org.yiwang.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.WorkingDays;
import org.yiwang.record.RecordStore.Applied;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;

/**
 * Records of attendance by COPY, for filling an empty database: what {@link RecordKeeper}, {@link PublicNotice} and the
 * clock of the organizers would have written in the course of years, by the same rules of counting, caps and notice. The
 * caller says what happened, and this says what became of it until a moment. Records that count wait to be sealed, as
 * always; grades of trust are left to those who compute them. Nobody is told. In the caller's transaction.
 */
@Component
public class RecordRows {

    /** The large tables that are written. */
    public static final List<String> TABLES = List.of(
            "record_entry",
            "record_current",
            "record_step",
            "record_total",
            "record_activity_total",
            "record_unsealed");

    private final RecordRowStore store;
    private final Rules rules;
    private final Clock clock;

    RecordRows(RecordRowStore store, Rules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Makes the records of what was served, with every step that they have come to until a moment, and the totals.
     *
     * @param activities whose service it was, for the clock of their organizers
     * @param served all service of everybody named in it, and of every activity named in it
     * @param until the moment
     * @return how many rows were written
     */
    public long record(List<Ended> activities, List<Served> served, Instant until) {
        Map<Long, List<Period>> live = new HashMap<>();
        List<Life> lives = new ArrayList<>(served.size());
        served.stream()
                .sorted(Comparator.comparing((Served s) -> s.served.start()).thenComparingLong(s -> s.recordId))
                .forEach(s -> lives.add(life(s, live.computeIfAbsent(s.volunteerId, v -> new ArrayList<>()), until)));
        return store.write(lives) + store.clocks(clocks(activities));
    }

    private Life life(Served s, List<Period> others, Instant until) {
        LocalDate day = day(s.served.start());
        Rule<CountingRule> counting = rules.on(day, "record.counting", CountingRule.class);
        Period counted = Counting.counted(s.served, s.shift, counting.value())
                .orElseThrow(() -> new IllegalArgumentException("nothing of record " + s.recordId + " counts"));
        if (others.stream().anyMatch(counted::overlaps)) {
            throw new IllegalArgumentException("record " + s.recordId + " overlaps another of its person");
        }
        Rule<DailyCapsRule> caps = rules.on(day, "record.daily-caps", DailyCapsRule.class);
        Hold hold = Counting.dailyHold(counted, others, caps.value(), clock.getZone());
        others.add(counted);
        Entry entry = new Entry(
                s.volunteerId,
                s.recordId,
                Origin.ATTENDANCE,
                s.pairId,
                null,
                s.statutory,
                s.shift,
                s.served,
                counted,
                day(counted.start()),
                Counting.kind(s.in, s.out),
                new Entry.Proof(s.in, s.out),
                counting.version(),
                null,
                null,
                s.out.byAccountId(),
                s.madeAt);
        Applied first = hold == null
                ? new Applied(counting.key(), counting.version())
                : new Applied(caps.key(), caps.version());
        Standing begin = hold == null ? Standing.PENDING : Standing.held(hold);
        List<RecordStep> steps = new ArrayList<>();
        steps.add(step(begin, s.madeAt, entry.madeBy(), null, first, who(s, entry.madeBy())));
        Standing now = goOn(s, begin, steps, until);
        return new Life(entry, now, countsOn(s), steps);
    }

    /** On notice when the activity is closed, effective when the notice is over, void if somebody found it wrong. */
    private Standing goOn(Served s, Standing begin, List<RecordStep> steps, Instant until) {
        Instant on = countsOn(s);
        if (!begin.equals(Standing.PENDING) || s.closedAt == null || on == null) {
            return begin;
        }
        Applied notice = new Applied(rule().key(), rule().version());
        steps.add(step(Standing.notice(on), s.closedAt, 0, "record.why.activity-closed", notice, null));
        Instant counted = on.plus(Duration.ofSeconds(Math.floorMod(s.recordId, 60)));
        if (counted.isAfter(until)) {
            return Standing.notice(on);
        }
        steps.add(step(Standing.EFFECTIVE, counted, 0, "record.why.notice-over", notice, null));
        Wrong wrong = s.wrong;
        if (wrong == null || !wrong.at.isAfter(counted) || wrong.at.isAfter(until)) {
            return Standing.EFFECTIVE;
        }
        steps.add(step(Standing.VOID, wrong.at, wrong.by.accountId, wrong.why, null, wrong.by.who()));
        return Standing.VOID;
    }

    /** When the notice is over of a record that has come to it. */
    @Nullable
    private Instant countsOn(Served s) {
        if (s.closedAt == null) {
            return null;
        }
        return s.closedAt
                .atZone(clock.getZone())
                .plusDays(rule().value().daysFor(Counting.isOneSided(s.in, s.out)))
                .toInstant();
    }

    /** The rule of public notice as it stands now, for all years: those before had none. */
    private Rule<NoticeRule> rule() {
        return rules.current("record.notice", NoticeRule.class);
    }

    private static RecordStep step(
            Standing to,
            Instant at,
            long by,
            @Nullable String why,
            @Nullable Applied rule,
            TrailLine.@Nullable Who who) {
        return new RecordStep(
                to.state(),
                to.hold(),
                at,
                by,
                why,
                null,
                rule == null ? null : rule.key(),
                rule == null ? null : rule.version(),
                who);
    }

    /** As {@link Doers#of} says it. */
    private static TrailLine.Who who(Served s, long by) {
        if (s.ownAccountId != null && s.ownAccountId == by) {
            return TrailLine.Who.SELF;
        }
        if (s.guardianAccountId != null && s.guardianAccountId == by) {
            return TrailLine.Who.GUARDIAN;
        }
        return s.organizer.accountId == by ? s.organizer.who() : TrailLine.Who.STAFF;
    }

    private List<RecordRowStore.Clocked> clocks(List<Ended> activities) {
        WorkingDays days = rules.workingDays();
        return activities.stream()
                .map(a -> {
                    LocalDate endedOn = day(a.endsAt);
                    ClockRule rule =
                            rules.on(endedOn, "record.clock", ClockRule.class).value();
                    return new RecordRowStore.Clocked(
                            a,
                            new Deadline(
                                    a.activityId,
                                    a.organizationId,
                                    a.title,
                                    a.endsAt,
                                    endedOn,
                                    days.after(endedOn, rule.remindAfterDays()),
                                    days.after(endedOn, rule.alarmAfterDays()),
                                    days.after(endedOn, rule.dueAfterDays()),
                                    false));
                })
                .toList();
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(clock.getZone()).toLocalDate();
    }

    /**
     * An activity with its end, for the clock of its organizers.
     *
     * @param closedAt when its summary was given, null if it was not yet
     */
    public record Ended(
            long activityId,
            long organizationId,
            List<Long> organizationAncestors,
            String region,
            String title,
            Instant endsAt,
            @Nullable Instant closedAt) {}

    /**
     * What somebody served, as attendance saw it.
     *
     * @param ownAccountId account of the volunteer, null for a child
     * @param guardianAccountId account of the guardian, null for an adult
     * @param organizer who runs the activity
     * @param served between check-in and check-out; at least a minute of it counts
     * @param madeAt when the check-out was made
     * @param closedAt when the activity was closed, null if it was not yet
     * @param wrong that it was found wrong after it counted, null for nearly all
     */
    public record Served(
            long volunteerId,
            @Nullable Long ownAccountId,
            @Nullable Long guardianAccountId,
            Official organizer,
            long recordId,
            long pairId,
            Statutory statutory,
            Period shift,
            Period served,
            Evidence in,
            Evidence out,
            Instant madeAt,
            @Nullable Instant closedAt,
            @Nullable Wrong wrong) {}

    /**
     * That a record was declared void.
     *
     * @param why reason, for the volunteer
     */
    public record Wrong(Instant at, Official by, String why) {}

    /**
     * Somebody with a role at an organization.
     *
     * @param body its name
     */
    public record Official(long accountId, Role role, String body) {

        TrailLine.Who who() {
            return new TrailLine.Who(role.name(), body);
        }
    }

    /** A record with its steps; the last one says how it stands. */
    record Life(Entry entry, Standing standing, @Nullable Instant countsOn, List<RecordStep> steps) {

        /** The day until which it stood or stands on notice, if it came to that. */
        @Nullable
        Instant toldOn() {
            boolean told = steps.stream().anyMatch(s -> s.state() == RecordState.NOTICE);
            return told ? Objects.requireNonNull(countsOn) : null;
        }
    }
}
