package org.yiwang.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.record.PersonHours.Minutes;
import org.yiwang.star.StarScheme.Asks;
import org.yiwang.star.StarScheme.CutOff;
import org.yiwang.star.StarScheme.Path;

/** How hours make stars. */
class StarSchemeTest {

    private static final List<ReviewLevel> NEAR = List.of(ReviewLevel.TEAM, ReviewLevel.COMMUNITY);

    private static StarScheme scheme(int honourPercent) {
        return new StarScheme(
                List.of(new Asks(1, 100, NEAR), new Asks(2, 300, NEAR), new Asks(3, 600, NEAR)),
                honourPercent,
                Set.of(),
                Set.of(Path.APPLICATION),
                CutOff.DAY,
                7,
                30,
                10);
    }

    @ParameterizedTest
    @CsvSource({
        // credit h, honour h, share, star, counted honour h for star 1, missing min for star 1
        "100, 0, 50, 1, 0, 0",
        "99, 0, 50, 0, 0, 60",
        "50, 50, 50, 1, 50, 0",
        "49, 60, 50, 0, 50, 60",
        "0, 900, 50, 0, 50, 3000",
        "150, 150, 50, 2, 50, 0",
        "150, 149, 50, 1, 50, 0",
        "300, 300, 50, 3, 50, 0",
        "299, 400, 50, 2, 50, 0",
        "60, 500, 0, 0, 0, 2400",
        "0, 600, 100, 3, 100, 0",
    })
    void honour_time_fills_at_most_its_share_of_a_threshold(
            long credit, long honour, int share, int star, long counted, long missing) {
        StarScheme scheme = scheme(share);
        Minutes minutes = new Minutes(credit * 60, honour * 60);
        assertThat(scheme.reached(minutes)).isEqualTo(star);
        Reckoning first = scheme.reckon(minutes, scheme.stars().getFirst());
        assertThat(first.honourCounted()).isEqualTo(counted * 60);
        assertThat(first.honourCut()).isEqualTo(honour * 60 - counted * 60);
        assertThat(first.missing()).isEqualTo(missing);
    }

    @Test
    void who_reaches_a_star_reaches_all_below_it() {
        for (int share : new int[] {0, 30, 50, 75, 100}) {
            StarScheme scheme = scheme(share);
            for (long credit = 0; credit < 700; credit += 7) {
                for (long honour = 0; honour < 700; honour += 11) {
                    Minutes minutes = new Minutes(credit * 60, honour * 60);
                    int reached = scheme.reached(minutes);
                    assertThat(scheme.stars().stream()
                                    .filter(asks -> scheme.reckon(minutes, asks).isReached())
                                    .count())
                            .isEqualTo(reached);
                }
            }
        }
    }

    @Test
    void goes_from_near_to_far_and_leaves_the_team_out_for_whoever_has_none() {
        Asks asks = new Asks(3, 600, List.of(ReviewLevel.TEAM, ReviewLevel.COMMUNITY, ReviewLevel.DISTRICT));
        assertThat(asks.next(null, true)).contains(ReviewLevel.TEAM);
        assertThat(asks.next(null, false)).contains(ReviewLevel.COMMUNITY);
        assertThat(asks.next(ReviewLevel.TEAM, true)).contains(ReviewLevel.COMMUNITY);
        assertThat(asks.next(ReviewLevel.STREET, true)).contains(ReviewLevel.DISTRICT);
        assertThat(asks.next(ReviewLevel.DISTRICT, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DAY, 2026-11-21", "LAST_MONTH, 2026-10-31", "LAST_YEAR, 2025-12-31"})
    void counts_until_its_cut_off(CutOff rule, LocalDate last) {
        assertThat(rule.of(LocalDate.of(2026, 11, 21))).isEqualTo(last);
    }

    @Test
    void refuses_schemes_that_make_no_sense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Asks(1, 100, List.of(ReviewLevel.TEAM)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Asks(1, 100, List.of(ReviewLevel.CITY, ReviewLevel.DISTRICT)));
        assertThatIllegalArgumentException().isThrownBy(() -> scheme(101));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StarScheme(
                        List.of(new Asks(1, 100, NEAR), new Asks(2, 100, NEAR)),
                        50,
                        Set.of(),
                        Set.of(Path.APPLICATION),
                        CutOff.DAY,
                        7,
                        30,
                        10));
    }
}
