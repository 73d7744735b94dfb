package org.yiwang.points;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.points.DayOfPoints.Target;
import org.yiwang.points.PointsStore.Holder;

/**
 * What becomes of lines whose last day is over (ADR 0019). Nothing that expired comes back to life, and nobody owes what was used
 * up in time and is due all the same: of a day, only what was used up beyond the new target is taken back, and what of the target was
 * used up is posted against it. A line that comes to more by now stands as it is.
 */
@Component
class LateLines {

    private final PointsBook book;
    private final Clock clock;

    LateLines(PointsBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** Points for a part of a record. */
    record Amount(Target target, Part part, long points) {}

    /**
     * The lines to be taken back whose last day is over.
     *
     * @param lines all lines of the records of whole days
     * @param targets what these records come to
     * @return by line, what of it {@link #toPost} sets off at once
     */
    Map<Line, Long> toTakeBack(Holder holder, List<Line> lines, Map<Long, Target> targets, Map<Long, LocalDate> days) {
        Map<LocalDate, List<Line>> late = lines.stream()
                .filter(line -> line.stands() && line.isOver(today()))
                .collect(groupingBy(line -> day(days, line.recordId()), TreeMap::new, Collectors.toList()));
        Map<Line, Long> taken = new HashMap<>();
        late.forEach((day, standing) -> {
            List<Line> away = new ArrayList<>(standing.stream()
                    .filter(line -> target(targets, line) < line.amount())
                    .toList());
            if (away.isEmpty()) {
                return;
            }
            long open = Math.min(owed(lines, days, day), book.owed(holder));
            if (used(away) + open > room(targets, days, day, held(standing, away))) {
                standing.stream()
                        .filter(line -> target(targets, line) > line.amount())
                        .forEach(away::add);
            }
            long setOff = Math.max(0, room(targets, days, day, held(standing, away)) - open);
            for (Line line : away) {
                long some = Math.min(setOff, book.used(line));
                taken.put(line, some);
                setOff -= some;
            }
        });
        return taken;
    }

    /**
     * What is posted for targets whose last day is over: as much as is owed because lines of the same day were taken back, which
     * sets it off and leaves nothing to use.
     *
     * @param lines all lines of the records of whole days, after what was wrong was taken back
     */
    List<Amount> toPost(Holder holder, List<Line> lines, Map<Long, Target> targets, Map<Long, LocalDate> days) {
        List<Amount> amounts = new ArrayList<>();
        Set<Slot> held = held(lines.stream().filter(Line::stands).toList(), List.of());
        long owed = book.owed(holder);
        Map<LocalDate, Long> open = new HashMap<>();
        for (Target target : targets.values()) {
            if (owed == 0 || !target.isOver(today())) {
                continue;
            }
            LocalDate day = day(days, target.kept().recordId());
            for (Map.Entry<Part, Long> part : target.worked().parts().entrySet()) {
                long left = open.computeIfAbsent(day, _ -> owed(lines, days, day));
                long some = Math.min(part.getValue(), Math.min(left, owed));
                if (some > 0 && !held.contains(new Slot(target.kept().recordId(), part.getKey()))) {
                    amounts.add(new Amount(target, part.getKey(), some));
                    open.put(day, left - some);
                    owed -= some;
                }
            }
        }
        return amounts;
    }

    private record Slot(long recordId, Part part) {}

    private static Set<Slot> held(Collection<Line> standing, Collection<Line> away) {
        return standing.stream()
                .filter(line -> !away.contains(line))
                .map(line -> new Slot(line.recordId(), line.part()))
                .collect(Collectors.toSet());
    }

    /** What could be posted of a day: targets whose last day is over, for which no line stands. */
    private long room(Map<Long, Target> targets, Map<Long, LocalDate> days, LocalDate day, Set<Slot> held) {
        return targets.values().stream()
                .filter(target -> target.isOver(today()))
                .filter(target -> day.equals(days.get(target.kept().recordId())))
                .flatMap(target -> target.worked().parts().entrySet().stream()
                        .filter(part -> !held.contains(new Slot(target.kept().recordId(), part.getKey()))))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** What of a day came to be owed when lines were taken back, less what was posted against it after the last day. */
    private long owed(List<Line> lines, Map<Long, LocalDate> days, LocalDate day) {
        long sum = 0;
        for (Line line : lines) {
            if (day.equals(days.get(line.recordId()))) {
                boolean late = line.isOver(LocalDate.ofInstant(line.postedAt(), clock.getZone()));
                sum += line.owed() - (late ? line.amount() : 0);
            }
        }
        return Math.max(0, sum);
    }

    private long used(List<Line> lines) {
        return lines.stream().mapToLong(book::used).sum();
    }

    private static long target(Map<Long, Target> targets, Line line) {
        Target target = targets.get(line.recordId());
        return target == null ? 0 : target.worked().of(line.part());
    }

    private static LocalDate day(Map<Long, LocalDate> days, long recordId) {
        return Objects.requireNonNull(days.get(recordId));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
