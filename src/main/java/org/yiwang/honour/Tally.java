package org.yiwang.honour;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.honour.Nominee.Result;

/**
 * The stated rule by which scores become a result; whole numbers only. Points: for each criterion the score in the middle
 * counts twice, of two in the middle each once, so that no single judge decides and no fraction arises. Votes: for each
 * criterion how many of a thousand said yes, rounded down. The result is the sum.
 */
final class Tally {

    private Tally() {}

    /**
     * What one criterion came to.
     *
     * @param scores all scores, the lowest first, so that nobody can tell whose is whose
     * @param points what they count
     */
    record Criterion(List<Integer> scores, int points) {}

    /** The criteria of one nominee, from sheets with one score for each criterion. */
    static List<Criterion> criteria(Scoring scoring, int criteria, Collection<List<Integer>> sheets) {
        List<Criterion> all = new ArrayList<>();
        for (int i = 0; i < criteria; i++) {
            int criterion = i;
            List<Integer> scores =
                    sheets.stream().map(s -> s.get(criterion)).sorted().toList();
            all.add(new Criterion(scores, points(scoring, scores)));
        }
        return all;
    }

    private static int points(Scoring scoring, List<Integer> sorted) {
        int n = sorted.size();
        if (n == 0) {
            return 0;
        }
        return switch (scoring) {
            case POINTS -> sorted.get((n - 1) / 2) + sorted.get(n / 2);
            case VOTE -> 1000 * sorted.stream().mapToInt(Integer::intValue).sum() / n;
        };
    }

    static int total(List<Criterion> criteria) {
        return criteria.stream().mapToInt(Criterion::points).sum();
    }

    /**
     * Somebody to be placed.
     *
     * @param id nomination
     * @param total result
     * @param tieOrder where a judge put the person among those of the same total, null unless one did
     */
    record Candidate(long id, int total, @Nullable Integer tieOrder) {}

    /** Places, from 1: the highest total first; of the same total as a judge ordered them, else those nominated first. */
    static Map<Long, Result> places(Collection<Candidate> candidates) {
        Map<Integer, Long> sameTotal =
                candidates.stream().collect(Collectors.groupingBy(Candidate::total, Collectors.counting()));
        Map<Long, Result> places = new LinkedHashMap<>();
        for (Candidate c : ordered(candidates)) {
            places.put(
                    c.id(),
                    new Result(
                            c.total(),
                            places.size() + 1,
                            sameTotal.getOrDefault(c.total(), 1L).intValue()));
        }
        return places;
    }

    /** Those of the same total of whom some would be placed and some not, while nobody has ordered them. */
    static Optional<List<Candidate>> tie(Collection<Candidate> candidates, int places) {
        Map<Integer, List<Candidate>> byTotal = new TreeMap<>(Comparator.reverseOrder());
        candidates.forEach(
                c -> byTotal.computeIfAbsent(c.total(), _ -> new ArrayList<>()).add(c));
        int before = 0;
        for (List<Candidate> same : byTotal.values()) {
            boolean splits = before < places && places < before + same.size();
            if (splits) {
                return same.stream().allMatch(c -> c.tieOrder() != null) ? Optional.empty() : Optional.of(same);
            }
            before += same.size();
        }
        return Optional.empty();
    }

    private static List<Candidate> ordered(Collection<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::total)
                        .reversed()
                        .thenComparing(c -> c.tieOrder() == null ? Integer.MAX_VALUE : c.tieOrder())
                        .thenComparingLong(Candidate::id))
                .toList();
    }
}
