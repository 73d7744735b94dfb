package org.yiwang.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiwang.record.EffectiveRecords.Effective;
import org.yiwang.record.TimeKind;

/** What a person's records come to, on every board that counts any of them. */
final class Scores {

    private Scores() {}

    /** What the person has on each board; boards without anything are left out. */
    static Map<BoardKey, Integer> of(List<Effective> records) {
        Map<BoardKey, Integer> scores = new HashMap<>();
        List<Effective> credit = credit(records);
        for (Effective record : credit) {
            for (Span span : Span.values()) {
                for (Facet facet : Facet.of(record)) {
                    scores.merge(BoardKey.on(span, record.day(), facet), record.minutes(), Integer::sum);
                }
                scores.merge(BoardKey.on(span, record.day(), new Facet.Times()), 1, Integer::sum);
            }
        }
        Map<BoardKey, Integer> others = new HashMap<>();
        first(credit).ifPresent(first -> newcomer(first, scores, others));
        for (Span span : List.of(Span.YEAR, Span.ALL)) {
            months(span, credit, others);
        }
        scores.putAll(others);
        return scores;
    }

    /** The records whose amount is the person's on a board, of all that count of the person. */
    static List<Effective> counted(BoardKey key, List<Effective> records) {
        List<Effective> own = records.stream().filter(key::counts).toList();
        return switch (key.facet()) {
            case Facet.Newcomers _ -> first(credit(records)).filter(key::isIn).isPresent() ? own : List.of();
            case Facet.Months _ -> {
                Set<YearMonth> run = longest(own);
                yield own.stream()
                        .filter(record -> run.contains(YearMonth.from(record.day())))
                        .toList();
            }
            default -> own;
        };
    }

    private static List<Effective> credit(List<Effective> records) {
        return records.stream()
                .filter(record -> record.kind() == TimeKind.CREDIT && record.minutes() > 0)
                .toList();
    }

    private static Optional<LocalDate> first(List<Effective> credit) {
        return credit.stream().map(Effective::day).min(Comparator.naturalOrder());
    }

    /** In the periods that have the first day, a newcomer has what everybody is counted by. */
    private static void newcomer(LocalDate first, Map<BoardKey, Integer> scores, Map<BoardKey, Integer> others) {
        Facet newcomers = new Facet.Newcomers();
        for (Span span : Span.values()) {
            if (newcomers.isBy(span)) {
                others.put(
                        BoardKey.on(span, first, newcomers),
                        scores.getOrDefault(BoardKey.on(span, first, Facet.EVERYTHING), 0));
            }
        }
    }

    private static void months(Span span, List<Effective> credit, Map<BoardKey, Integer> others) {
        credit.stream()
                .collect(Collectors.groupingBy(record -> BoardKey.on(span, record.day(), new Facet.Months())))
                .forEach((key, within) -> others.put(key, longest(within).size()));
    }

    /** The longest run of months with service, the latest of equals. */
    private static Set<YearMonth> longest(Collection<Effective> records) {
        TreeSet<YearMonth> all = records.stream()
                .map(record -> YearMonth.from(record.day()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<YearMonth> best = Set.of();
        List<YearMonth> run = new ArrayList<>();
        for (YearMonth month : all) {
            if (!run.isEmpty() && !run.getLast().plusMonths(1).equals(month)) {
                run.clear();
            }
            run.add(month);
            if (run.size() >= best.size()) {
                best = Set.copyOf(run);
            }
        }
        return best;
    }
}
