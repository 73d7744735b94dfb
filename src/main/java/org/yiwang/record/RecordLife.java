package org.yiwang.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.NoticeStore.Told;
import org.yiwang.record.RecordStore.Applied;
import org.yiwang.record.RecordStore.Deed;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;

/**
 * Changes how single records stand and tells those who listen; the caller has locked the person and decided that it may
 * be.
 */
@Component
class RecordLife {

    private final RecordStore store;
    private final RecordListStore lists;
    private final RecordKeeper keeper;
    private final ClockStore clocks;
    private final PublicNotice notice;
    private final Rules rules;
    private final Doers doers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordLife(
            RecordStore store,
            RecordListStore lists,
            RecordKeeper keeper,
            ClockStore clocks,
            PublicNotice notice,
            Rules rules,
            Doers doers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.keeper = keeper;
        this.clocks = clocks;
        this.notice = notice;
        this.rules = rules;
        this.doers = doers;
        this.events = events;
        this.clock = clock;
    }

    /** Brings a record to another standing. */
    void move(RecordView record, Standing to, Deed deed) {
        RecordKey key = record.key();
        store.move(record, to, deed.who() != null ? deed : deed.by(doers.of(deed.actorAccountId(), key)));
        if (to.state() == RecordState.EFFECTIVE) {
            events.publishEvent(new RecordEvent.BecameEffective(key.volunteerId(), key.recordId()));
        } else if (record.state() == RecordState.EFFECTIVE) {
            events.publishEvent(new RecordEvent.CeasedToCount(key.volunteerId(), key.recordId()));
        } else {
            events.publishEvent(new RecordEvent.Changed(key.volunteerId(), key.recordId()));
        }
        if (to.isOver()) {
            events.publishEvent(new RecordEvent.Ended(key.volunteerId(), key.recordId()));
        }
        if (to.countsOn() != null && !to.countsOn().equals(record.countsOn())) {
            notice.tellOnNotice(
                    new Told(
                            record.volunteerId(),
                            record.recordId(),
                            record.serviceMinutes(),
                            record.title(),
                            record.serviceDate()),
                    to.countsOn());
        }
    }

    /** Lets a record go on after what held it: to public notice if its activity is closed. */
    Standing onwards(RecordView record) {
        Standing usual = keeper.onNotice(isClosed(record), record.origin(), record.in(), record.out())
                .standing();
        Instant asked = record.countsOn();
        // What waits longer by its origin does not wait less because somebody had to approve the long day.
        return asked == null || usual.countsOn() == null || !asked.isAfter(usual.countsOn())
                ? usual
                : Standing.notice(asked);
    }

    /** How a record stood before it was frozen, and stands again now; how it stands if it is not frozen. */
    Standing unfrozen(RecordView record) {
        if (record.hold() != Hold.CASE) {
            return Standing.of(record);
        }
        RecordStep before = lists.steps(record.volunteerId(), record.recordId()).stream()
                .filter(s -> s.hold() != Hold.CASE)
                .reduce((_, last) -> last)
                .orElseThrow();
        return switch (before.state()) {
            case PENDING -> onwards(record);
            case NOTICE -> noticeAgain(record);
            case EFFECTIVE -> Standing.EFFECTIVE;
            case HELD -> Standing.held(java.util.Objects.requireNonNull(before.hold()));
            case SUPERSEDED, VOID -> throw new Refusal(RecordProblem.NOT_LIVE);
        };
    }

    /** While it was frozen nobody saw it on the board: its notice lasts as much longer, so that everybody has all of it. */
    private Standing noticeAgain(RecordView record) {
        Instant now = clock.instant();
        Duration frozen = lists.frozenSince(record.volunteerId(), List.of(record.recordId()))
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
        Instant countsOn = record.countsOn();
        return countsOn == null || !countsOn.plus(frozen).isAfter(now)
                ? Standing.EFFECTIVE
                : Standing.notice(countsOn.plus(frozen));
    }

    /**
     * Replaces a record by one with the time that was really served. Shortening credit time leaves credit time; every
     * other correction makes honour time. What only becomes shorter counts from when the old record did; anything else
     * goes on public notice, and never counts sooner than the old record would have. Refuses with {@code record.impossible-time}, {@code record.outside-shift}, {@code
     * record.overlaps}.
     *
     * @return the new record
     */
    Entry correct(RecordView old, Period served, Deed given) {
        Deed deed = given.who() != null ? given : given.by(doers.of(given.actorAccountId(), old.key()));
        Planned planned = plan(old, served);
        Standing before = unfrozen(old);
        move(old, Standing.SUPERSEDED, deed.under(planned.rule()));
        var judged = refuseOverlap(old, planned);
        boolean wasPublished = before.state() == RecordState.NOTICE || before.state() == RecordState.EFFECTIVE;
        boolean inherits =
                planned.shorter() && wasPublished && judged.standing().hold() == null;
        var stands = inherits
                ? new RecordKeeper.Judgement(before, planned.rule())
                : noSooner(judged, soonest(old, before, planned), old);
        Entry entry = new Entry(
                old.volunteerId(),
                Ids.next(),
                old.origin(),
                null,
                null,
                store.statutory(old.volunteerId(), old.recordId()),
                old.shift(),
                served,
                planned.counted(),
                planned.day(),
                planned.kind(),
                new Entry.Proof(old.in(), old.out()),
                planned.rule().version(),
                old.recordId(),
                deed.why(),
                deed.actorAccountId(),
                clock.instant());
        Applied rule = stands.rule();
        insert(entry, stands.standing(), rule == null ? planned.rule() : rule, deed);
        return entry;
    }

    /**
     * The earliest moment at which a correction may count, null if any is early enough: what was left of the old record's
     * time in public, and for more minutes entered by hand the whole wait that its origin asked for.
     */
    private @Nullable Instant soonest(RecordView old, Standing before, Planned planned) {
        Instant left = before.countsOn() != null ? before.countsOn() : old.countsOn();
        if (!old.origin().isHandMade() || planned.minutes() <= old.serviceMinutes()) {
            return left;
        }
        Instant again = lists.asked(old.volunteerId(), old.recordId())
                .map(wait -> clock.instant().plus(wait))
                .orElse(left);
        return left == null || again != null && again.isAfter(left) ? again : left;
    }

    /** Lets a correction wait as long as that, by the rule that made the old record wait. */
    private RecordKeeper.Judgement noSooner(RecordKeeper.Judgement judged, @Nullable Instant soonest, RecordView old) {
        Standing standing = judged.standing();
        Instant countsOn = standing.countsOn();
        if (soonest == null
                || standing.state() == RecordState.PENDING
                || countsOn != null && !soonest.isAfter(countsOn)) {
            return judged;
        }
        Hold hold = standing.hold();
        if (hold != null) {
            return new RecordKeeper.Judgement(new Standing(RecordState.HELD, hold, soonest), judged.rule());
        }
        Applied waits = judged.rule();
        for (RecordStep step : lists.steps(old.volunteerId(), old.recordId())) {
            String key = step.ruleKey();
            Integer version = step.ruleVersion();
            if (step.state() == RecordState.NOTICE && key != null && version != null) {
                waits = new Applied(key, version);
            }
        }
        return new RecordKeeper.Judgement(Standing.notice(soonest), waits);
    }

    /** What a correction would come to. Refuses with {@code record.impossible-time} and {@code record.outside-shift}. */
    Planned plan(RecordView old, Period served) {
        if (served.end().isAfter(clock.instant())) {
            throw new Refusal(RecordProblem.IMPOSSIBLE_TIME).at("to");
        }
        Rule<CountingRule> counting = rules.on(old.serviceDate(), "record.counting", CountingRule.class);
        Period counted = Counting.counted(served, old.shift(), counting.value())
                .orElseThrow(() -> new Refusal(RecordProblem.OUTSIDE_SHIFT).at("from"));
        boolean shorter = isWithin(counted, old.counted());
        return new Planned(
                counted,
                counted.start().atZone(clock.getZone()).toLocalDate(),
                shorter ? old.kind() : TimeKind.HONOUR,
                shorter,
                new Applied(counting.key(), counting.version()));
    }

    /** How the correction would stand; refuses with {@code record.overlaps}. */
    RecordKeeper.Judgement refuseOverlap(RecordView old, Planned planned) {
        var judged = keeper.judge(
                old.volunteerId(),
                planned.counted(),
                planned.day(),
                old.recordId(),
                planned.rule(),
                keeper.onNotice(isClosed(old), old.origin(), old.in(), old.out()));
        if (judged.standing().hold() == Hold.OVERLAP) {
            throw new Refusal(RecordProblem.OVERLAPS);
        }
        return judged;
    }

    /**
     * What a correction comes to.
     *
     * @param counted the span that counts
     * @param day its day
     * @param kind credit or honour time
     * @param shorter whether it lies within the span that counted before
     * @param rule the counting rule applied
     */
    record Planned(Period counted, LocalDate day, TimeKind kind, boolean shorter, Applied rule) {

        int minutes() {
            return counted.minutes();
        }
    }

    /** Puts a new record down. */
    private void insert(Entry entry, Standing standing, @Nullable Applied rule, Deed deed) {
        store.insert(entry, standing, rule, deed.who(), deed.evidence());
        if (standing.state() == RecordState.EFFECTIVE) {
            events.publishEvent(new RecordEvent.BecameEffective(entry.volunteerId(), entry.recordId()));
        } else {
            events.publishEvent(new RecordEvent.Changed(entry.volunteerId(), entry.recordId()));
        }
    }

    /** Records that no activity here made wait for no closing. */
    private boolean isClosed(RecordView record) {
        return record.origin() != Origin.ATTENDANCE || clocks.isSettled(record.activityId());
    }

    private static boolean isWithin(Period counted, @Nullable Period before) {
        return before != null
                && !counted.start().isBefore(before.start())
                && !counted.end().isAfter(before.end());
    }
}
