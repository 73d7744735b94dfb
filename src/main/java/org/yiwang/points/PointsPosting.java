package org.yiwang.points;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.dossier.Qualities;
import org.yiwang.kernel.Ids;
import org.yiwang.points.DueStore.Due;
import org.yiwang.points.Line.Why;
import org.yiwang.points.PointsStore.Holder;
import org.yiwang.record.Counted;
import org.yiwang.record.EffectiveRecords;

/**
 * Brings what is posted in line with what counts (ADR 0019): for the days about which something was learned, works out what
 * each record comes to, takes back what is otherwise and posts what is missing. Doing it again changes nothing.
 */
@Component
public class PointsPosting {

    private static final Logger log = LoggerFactory.getLogger(PointsPosting.class);
    private static final int PEOPLE = 500;

    private final PointsStore store;
    private final DueStore due;
    private final PointsBook book;
    private final DayOfPoints days;
    private final LateLines late;
    private final EffectiveRecords records;
    private final Qualities qualities;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PointsPosting(
            PointsStore store,
            DueStore due,
            PointsBook book,
            DayOfPoints days,
            LateLines late,
            EffectiveRecords records,
            Qualities qualities,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.due = due;
        this.book = book;
        this.days = days;
        this.late = late;
        this.records = records;
        this.qualities = qualities;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What was done: one line taken back, or posted. */
    record Change(Line line, boolean posted) {}

    /**
     * Posts all that is due, person by person, each in a transaction of its own; what fails for one stays due and keeps nobody
     * else waiting. The very first time everybody is due. Run by a job.
     *
     * @return how many lines were posted or taken back
     */
    public long postDue() {
        noteEverybodyOnce();
        transaction.executeWithoutResult(_ -> lookAtEvaluations());
        long done = 0;
        long after = Long.MIN_VALUE;
        List<Long> people = due.peopleAfter(after, PEOPLE);
        while (!people.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (long person : people) {
                done += postDueOf(person);
            }
            people = due.peopleAfter(people.getLast(), PEOPLE);
        }
        return done;
    }

    /**
     * Posts what is due of one person now, for whoever cannot wait for the job.
     *
     * @return how many lines were posted or taken back
     */
    public int postDueOf(long volunteerId) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> {
                        Due taken = due.take(volunteerId);
                        if (taken.all()) {
                            return post(volunteerId, allDays(volunteerId));
                        }
                        Set<LocalDate> about = new HashSet<>(records.daysOf(volunteerId, taken.recordIds()));
                        about.addAll(store.daysOf(volunteerId, taken.recordIds(), taken.activityIds()));
                        return post(volunteerId, about);
                    }))
                    .size();
        } catch (RuntimeException e) {
            log.error("Points of {} wait for the next time", Ids.text(volunteerId), e);
            return 0;
        }
    }

    /**
     * The very first time everybody is noted as due, some at a time, and how far that has come is kept: whoever ends the program
     * meanwhile ends nothing of it. What comes to be seen from the beginning on is looked at afterwards.
     */
    private void noteEverybodyOnce() {
        while (due.shownUntil().isEmpty() && !Thread.currentThread().isInterrupted()) {
            transaction.executeWithoutResult(_ -> {
                DueStore.First first = due.first(now());
                Set<Long> people = peopleAfter(first.after());
                if (people.isEmpty()) {
                    due.endFirst(first);
                } else {
                    due.addAll(people);
                    due.firstUntil(
                            people.stream().mapToLong(Long::longValue).max().orElseThrow());
                }
            });
        }
    }

    /** Evaluations that came to be seen because the time for speaking ran out. */
    private void lookAtEvaluations() {
        Instant now = now();
        due.shownUntil().ifPresent(until -> {
            due.addServices(qualities.shown(until, now));
            due.shownUntil(now);
        });
    }

    /**
     * Looks at all days of everybody; what was missing or wrong. Each person in a transaction of its own; what fails for one is
     * noted as due and keeps nobody else waiting.
     *
     * @param said takes each line that was posted or taken back
     * @return for how many people it failed
     */
    long reconcile(Consumer<Change> said) {
        long failed = 0;
        long after = Long.MIN_VALUE;
        Set<Long> people = peopleAfter(after);
        while (!people.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (long person : people) {
                failed += reconcile(person, said) ? 0 : 1;
                after = person;
            }
            people = peopleAfter(after);
        }
        return failed;
    }

    private boolean reconcile(long person, Consumer<Change> said) {
        try {
            Objects.requireNonNull(transaction.execute(_ -> post(person, allDays(person))))
                    .forEach(said);
            return true;
        } catch (RuntimeException e) {
            log.error("Points of {} wait for the next time", Ids.text(person), e);
            transaction.executeWithoutResult(_ -> due.addAll(List.of(person)));
            return false;
        }
    }

    private Set<LocalDate> allDays(long volunteerId) {
        Set<LocalDate> all = new HashSet<>(records.daysOf(volunteerId));
        all.addAll(store.daysOf(volunteerId));
        return all;
    }

    /** Some of those with records that count or with accounts, in the order of their ids; none left out between them. */
    private Set<Long> peopleAfter(long after) {
        List<Long> serving = records.peopleAfter(after, PEOPLE);
        List<Long> holding = store.peopleAfter(after, PEOPLE);
        long last = Math.min(
                serving.size() < PEOPLE ? Long.MAX_VALUE : serving.getLast(),
                holding.size() < PEOPLE ? Long.MAX_VALUE : holding.getLast());
        Set<Long> all = new TreeSet<>(serving);
        all.addAll(holding);
        all.removeIf(person -> person > last);
        return all;
    }

    private List<Change> post(long volunteerId, Set<LocalDate> about) {
        if (about.isEmpty()) {
            return List.of();
        }
        Holder holder = book.lock(volunteerId);
        List<Counted> counting = records.ofDays(volunteerId, about);
        Map<Long, Kept> before = new TreeMap<>();
        store.ofDays(volunteerId, about).forEach(kept -> before.put(kept.recordId(), kept));
        Map<Long, DayOfPoints.Target> targets = days.targets(counting, before);
        Set<Long> all = new HashSet<>(before.keySet());
        all.addAll(targets.keySet());
        before.values().stream()
                .filter(kept -> kept.counts() && !targets.containsKey(kept.recordId()))
                .forEach(kept -> store.put(kept.ended()));
        targets.values().stream()
                .map(DayOfPoints.Target::kept)
                .filter(kept -> !kept.equals(before.get(kept.recordId())))
                .forEach(store::put);
        Map<Long, LocalDate> dayOf = new HashMap<>();
        before.values().forEach(kept -> dayOf.put(kept.recordId(), kept.serviceDate()));
        targets.forEach((id, target) -> dayOf.put(id, target.kept().serviceDate()));
        List<Line> lines = store.ofRecords(volunteerId, all);
        List<Change> changes = takeBack(holder, lines, targets, late.toTakeBack(holder, lines, targets, dayOf));
        List<Line> now = changes.isEmpty() ? lines : store.ofRecords(volunteerId, all);
        changes.addAll(postMissing(holder, now, targets));
        late.toPost(holder, now, targets, dayOf)
                .forEach(a -> changes.add(new Change(post(holder, a.target(), a.part(), a.points()), true)));
        return changes;
    }

    private List<Change> takeBack(
            Holder holder, List<Line> lines, Map<Long, DayOfPoints.Target> targets, Map<Line, Long> late) {
        List<Change> changes = new ArrayList<>();
        for (Line line : lines) {
            DayOfPoints.Target target = targets.get(line.recordId());
            boolean wrong = line.isOver(LocalDate.now(clock))
                    ? late.containsKey(line)
                    : target == null || target.worked().of(line.part()) != line.amount();
            if (line.stands() && wrong) {
                Why why = target == null ? Why.CEASED : Why.CHANGED;
                PointsBook.TakenBack taken = book.takeBack(holder, line, late.getOrDefault(line, 0L));
                store.takeBack(line, why, taken.transferId(), taken.owed(), now());
                changes.add(new Change(line, false));
            }
        }
        return changes;
    }

    private List<Change> postMissing(Holder holder, List<Line> lines, Map<Long, DayOfPoints.Target> targets) {
        Map<Long, Set<Part>> there = new HashMap<>();
        lines.stream()
                .filter(Line::stands)
                .forEach(line -> there.computeIfAbsent(line.recordId(), _ -> EnumSet.noneOf(Part.class))
                        .add(line.part()));
        List<Change> changes = new ArrayList<>();
        for (DayOfPoints.Target target : targets.values()) {
            Set<Part> has = there.getOrDefault(target.kept().recordId(), Set.of());
            target.worked().parts().forEach((part, amount) -> {
                if (!has.contains(part) && !target.isOver(LocalDate.now(clock))) {
                    changes.add(new Change(post(holder, target, part, amount), true));
                }
            });
        }
        return changes;
    }

    private Line post(Holder holder, DayOfPoints.Target target, Part part, long amount) {
        Kept kept = target.kept();
        Line line = new Line(
                kept.volunteerId(),
                kept.recordId(),
                part,
                1 + store.lastNo(kept.volunteerId(), kept.recordId(), part),
                amount,
                part == Part.TIME ? null : target.worked().percent(part),
                switch (part) {
                    case TIME -> null;
                    case ATTITUDE -> kept.quality();
                    case QUALITY -> kept.grade();
                },
                kept.formulaVersion(),
                target.lastDay(),
                now(),
                0,
                null,
                null,
                0);
        Line posted = line.by(book.post(holder, line));
        store.insert(posted);
        return posted;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
