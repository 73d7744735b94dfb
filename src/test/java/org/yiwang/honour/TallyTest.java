package org.yiwang.honour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.honour.Tally.Candidate;

/** The stated rule by which scores become places. */
class TallyTest {

    @ParameterizedTest
    @CsvSource({
        "POINTS, 7, 14",
        "POINTS, 7 8, 15",
        "POINTS, 1 9 9, 18",
        "POINTS, 10 7 7, 14",
        "POINTS, 1 6 7 10, 13",
        "VOTE, 1 1 1, 1000",
        "VOTE, 1 1 0, 666",
        "VOTE, 0 0 0, 0",
    })
    void takes_the_middle_of_points_twice_and_votes_by_the_thousand(Scoring scoring, String scores, int points) {
        List<List<Integer>> sheets = Arrays.stream(scores.split(" "))
                .map(s -> List.of(Integer.parseInt(s)))
                .toList();
        var criteria = Tally.criteria(scoring, 1, sheets);
        assertThat(Tally.total(criteria)).isEqualTo(points);
        assertThat(criteria.getFirst().scores()).isSorted();
    }

    @Test
    void names_a_tie_only_where_it_splits_those_with_the_same_result() {
        List<Candidate> all = List.of(
                new Candidate(1, 20, null),
                new Candidate(2, 15, null),
                new Candidate(3, 15, null),
                new Candidate(4, 9, null));
        assertThat(Tally.tie(all, 1)).isEmpty();
        assertThat(Tally.tie(all, 2).orElseThrow()).extracting(Candidate::id).containsExactly(2L, 3L);
        assertThat(Tally.tie(all, 3)).isEmpty();
        assertThat(Tally.tie(all, 9)).isEmpty();
        List<Candidate> ordered = List.of(
                new Candidate(1, 20, null),
                new Candidate(2, 15, 2),
                new Candidate(3, 15, 1),
                new Candidate(4, 9, null));
        assertThat(Tally.tie(ordered, 2)).isEmpty();
        assertThat(Tally.places(ordered)).extractingByKey(3L).isEqualTo(new Nominee.Result(15, 2, 2));
    }
}
