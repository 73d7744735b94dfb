package org.yiwang.points;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.dossier.Qualities;
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
    private final EffectiveRecords records;
    private final Qualities qualities;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PointsPosting(
            PointsStore store,
            DueStore due,
            PointsBook book,
            DayOfPoints days,
            EffectiveRecords records,
            Qualities qualities,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.due = due;
        this.book = book;
        this.days = days;
        this.records = records;
        this.qualities = qualities;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What was done: one line taken back, or posted. */
    record Change(Line line, boolean posted) {}

    /**
     * Posts all that is due, person by person, each in a transaction of its own; what fails for one stays due and keeps nobody
     * else waiting. The very first time it looks at everybody. Run by a job.
     *
     * @return how many lines were posted or taken back
     */
    public long postDue() {
        if (due.shownUntil().isEmpty()) {
            long done = reconcile().size();
            transaction.executeWithoutResult(_ -> due.shownUntil(now()));
            return done;
        }
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
                        Set<LocalDate> about = new HashSet<>(records.daysOf(volunteerId, taken.recordIds()));
                        about.addAll(store.daysOf(volunteerId, taken.recordIds(), taken.activityIds()));
                        return post(volunteerId, about);
                    }))
                    .size();
        } catch (RuntimeException e) {
            log.error("Points of {} wait for the next time", volunteerId, e);
            return 0;
        }
    }

    /** Evaluations that came to be seen because the time for speaking ran out. */
    private void lookAtEvaluations() {
        Instant now = now();
        due.addServices(qualities.shown(due.shownUntil().orElse(now), now));
        due.shownUntil(now);
    }

    /** Looks at all days of everybody; what was missing or wrong. Each person in a transaction of its own. */
    List<Change> reconcile() {
        List<Change> changes = new ArrayList<>();
        long after = Long.MIN_VALUE;
        Set<Long> people = peopleAfter(after);
        while (!people.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (long person : people) {
                changes.addAll(Objects.requireNonNull(transaction.execute(_ -> {
                    Set<LocalDate> all = new HashSet<>(records.daysOf(person));
                    all.addAll(store.daysOf(person));
                    return post(person, all);
                })));
                after = person;
            }
            people = peopleAfter(after);
        }
        return changes;
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
        List<Line> standing = store.standing(volunteerId, all);
        before.values().stream()
                .filter(kept -> kept.counts() && !targets.containsKey(kept.recordId()))
                .forEach(kept -> store.put(kept.ended()));
        targets.values().stream()
                .map(DayOfPoints.Target::kept)
                .filter(kept -> !kept.equals(before.get(kept.recordId())))
                .forEach(store::put);
        List<Change> changes = takeBack(holder, standing, targets);
        changes.addAll(postMissing(holder, standing, targets));
        return changes;
    }

    private List<Change> takeBack(Holder holder, List<Line> standing, Map<Long, DayOfPoints.Target> targets) {
        List<Change> changes = new ArrayList<>();
        for (Line line : standing) {
            DayOfPoints.Target target = targets.get(line.recordId());
            if (target == null || target.worked().of(line.part()) != line.amount()) {
                Why why = target == null ? Why.CEASED : Why.CHANGED;
                store.takeBack(line, why, book.takeBack(holder, line), now());
                changes.add(new Change(line, false));
            }
        }
        return changes;
    }

    private List<Change> postMissing(Holder holder, List<Line> standing, Map<Long, DayOfPoints.Target> targets) {
        Map<Long, Map<Part, Long>> there = new HashMap<>();
        standing.forEach(line ->
                there.computeIfAbsent(line.recordId(), _ -> new HashMap<>()).put(line.part(), line.amount()));
        List<Change> changes = new ArrayList<>();
        for (DayOfPoints.Target target : targets.values()) {
            Map<Part, Long> has = there.getOrDefault(target.kept().recordId(), Map.of());
            target.worked().parts().forEach((part, amount) -> {
                if (!amount.equals(has.get(part)) && !target.isOver(LocalDate.now(clock))) {
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
                null);
        Line posted = line.by(book.post(holder, line));
        store.insert(posted);
        return posted;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
