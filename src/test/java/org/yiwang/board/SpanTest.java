package org.yiwang.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "WEEK, 2026-11-16, 2026-11-16, 2026-11-22",
        "WEEK, 2026-11-22, 2026-11-16, 2026-11-22",
        "WEEK, 2026-11-23, 2026-11-23, 2026-11-29",
        "WEEK, 2027-01-01, 2026-12-28, 2027-01-03",
        "MONTH, 2024-02-29, 2024-02-01, 2024-02-29",
        "MONTH, 2026-12-31, 2026-12-01, 2026-12-31",
        "YEAR, 2024-12-31, 2024-01-01, 2024-12-31",
        "ALL, 2026-11-22, 1970-01-01, 9999-12-31",
    })
    void a_day_lies_in_one_period_of_each_length(Span span, LocalDate day, LocalDate first, LocalDate last) {
        assertThat(span.startOf(day)).isEqualTo(first);
        assertThat(span.endOf(first)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"30, 5", "40, 5", "50, 5", "60, 4", "61, 4", "90, 2", "120, 2", "121, 1"})
    void a_rank_is_one_more_than_there_are_with_more(int own, int rank) {
        // One has 30, one 60 and one 90 … : 121, 120, 90, 60 twice over, as a tally counts them.
        Ranking ranking = new Ranking(1, java.util.List.of(), new int[] {60, 90, 121}, new int[] {4, 3, 1});

        assertThat(ranking.rankOf(own)).isEqualTo(rank);
        assertThat(ranking.people()).isEqualTo(4);
    }
}
