package org.yiwang.teamstar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.record.TeamYears;
import org.yiwang.teamstar.StarScheme.Level;
import org.yiwang.teamstar.StarScheme.Scale;
import org.yiwang.teamstar.StarScheme.Step;

/** What the scheme makes of figures, as tables. */
class StarSchemeTest {

    private static final StarScheme SCHEME = SeededScheme.read();

    @ParameterizedTest
    @CsvSource({
        "ACTIVITIES, 3, 0",
        "ACTIVITIES, 4, 200",
        "ACTIVITIES, 8, 500",
        "ACTIVITIES, 12, 1000",
        "ACTIVITIES, 300, 1000",
        "HOURS, 119, 0",
        "HOURS, 120, 200",
        "HOURS, 959, 600",
        "HOURS, 1440, 1000",
        "GRADES, 499, 0",
        "GRADES, 850, 800",
        "VOICES, 749, 300",
        "CHECKS, 970, 1000",
        "STAYED, 350, 600",
        "CAME_AGAIN, 249, 300",
        "IN_TIME, 949, 600",
        "IN_TIME, 1000, 1000"
    })
    void a_measure_gives_the_points_of_the_last_step_it_reaches(Part part, long measure, int points) {
        assertThat(SCHEME.scale(part).points(measure)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        // credit, honour, counted: at most half of what counts is honour time
        "600, 0, 600",
        "600, 300, 900",
        "600, 600, 1200",
        "600, 601, 1200",
        "0, 500, 0"
    })
    void honour_time_counts_up_to_its_share(long credit, long honour, long counted) {
        assertThat(SCHEME.minutes(with(good().service(), credit, honour))).isEqualTo(counted);
    }

    @Test
    void a_good_year_has_five_stars_and_each_part_says_why() {
        Rating rating = SCHEME.rate(good());
        assertThat(rating.stars()).isEqualTo(5);
        assertThat(rating.parts()).extracting(Rating.Scored::part).containsExactly(Part.values());
        assertThat(rating.parts()).allSatisfy(p -> assertThat(p.measure()).isNotNull());
        assertThat(rating.total()).isEqualTo(1000);
    }

    @Test
    void a_team_ten_times_as_large_with_the_same_shares_has_the_same_points() {
        Figures small = good();
        TeamYears.Sums s = small.service();
        Figures large = new Figures(
                small.until(),
                true,
                new TeamYears.Sums(
                        s.activities() * 10,
                        s.due() * 10,
                        s.inTime() * 10,
                        s.active() * 10,
                        s.creditMinutes() * 10,
                        s.honourMinutes() * 10,
                        s.activeBefore() * 10,
                        s.stayed() * 10,
                        s.newcomers() * 10,
                        s.cameAgain() * 10),
                small.graded() * 10,
                small.gradedGood() * 10,
                small.voices() * 10,
                small.answers() * 10,
                small.answersGood() * 10,
                small.checked() * 10,
                small.confirmed() * 10,
                0,
                0,
                false,
                60,
                1);
        assertThat(SCHEME.rate(large).parts())
                .extracting(Rating.Scored::points)
                .isEqualTo(SCHEME.rate(small).parts().stream()
                        .map(Rating.Scored::points)
                        .toList());
        assertThat(SCHEME.rate(large).total()).isEqualTo(SCHEME.rate(small).total());
    }

    @Test
    void quantity_alone_never_reaches_five_stars_however_large() {
        Figures much = new Figures(
                LocalDate.of(2026, 12, 31),
                true,
                new TeamYears.Sums(5_000, 5_000, 0, 10, 10_000_000, 0, 100, 0, 100, 0),
                9_000,
                0,
                100,
                300,
                0,
                50,
                0,
                0,
                0,
                false,
                60,
                1);
        Rating rating = SCHEME.rate(much);
        assertThat(rating.of(Part.ACTIVITIES).points()).isEqualTo(1000);
        assertThat(rating.of(Part.HOURS).points()).isEqualTo(1000);
        assertThat(rating.stars()).isLessThanOrEqualTo(1);
        Figures nothingElse = new Figures(
                LocalDate.of(2026, 12, 31),
                true,
                new TeamYears.Sums(5_000, 0, 0, 10, 10_000_000, 0, 0, 0, 0, 0),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                false,
                60,
                1);
        assertThat(SCHEME.rate(nothingElse).total()).isEqualTo(1000);
        assertThat(SCHEME.rate(nothingElse).stars())
                .as("nothing but quantity could be measured")
                .isZero();
    }

    @Test
    void what_could_not_be_measured_is_left_out_and_costs_nothing() {
        Figures all = good();
        TeamYears.Sums s = all.service();
        Figures newTeam = new Figures(
                all.until(),
                true,
                new TeamYears.Sums(
                        s.activities(),
                        s.due(),
                        s.inTime(),
                        s.active(),
                        s.creditMinutes(),
                        0,
                        0,
                        0,
                        s.newcomers(),
                        s.cameAgain()),
                all.graded(),
                all.gradedGood(),
                all.voices(),
                all.answers(),
                all.answersGood(),
                0,
                0,
                0,
                0,
                false,
                60,
                1);
        Rating rating = SCHEME.rate(newTeam);
        assertThat(rating.of(Part.STAYED).measure()).isNull();
        assertThat(rating.of(Part.CHECKS).weight()).isZero();
        assertThat(rating.total()).isEqualTo(1000);
        assertThat(rating.stars()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000, 5", "1, 900, 5", "2, 800, 4", "3, 700, 3", "12, 0, 0"})
    void each_case_of_false_hours_lowers_total_and_quality(int cases, int total, int stars) {
        Figures g = good();
        Figures found = new Figures(
                g.until(),
                true,
                g.service(),
                g.graded(),
                g.gradedGood(),
                g.voices(),
                g.answers(),
                g.answersGood(),
                g.checked(),
                g.confirmed(),
                cases,
                0,
                false,
                60,
                1);
        assertThat(SCHEME.rate(found).total()).isEqualTo(total);
        assertThat(SCHEME.rate(found).quality()).isEqualTo(total);
        assertThat(SCHEME.rate(found).stars()).isEqualTo(stars);
    }

    @ParameterizedTest
    @CsvSource({
        "false, 12, 10, 0, false, NOT_VALID",
        "true, 3, 10, 0, false, TOO_FEW_ACTIVITIES",
        "true, 12, 0, 0, false, NOBODY_ACTIVE",
        "true, 12, 10, 0, true, SANCTIONED",
        "true, 12, 10, 1, false, SOLD_HOURS"
    })
    void a_minimum_condition_that_is_not_met_takes_all_stars_and_says_which(
            boolean valid, int activities, int active, int paid, boolean sanctioned, Obstacle obstacle) {
        Figures g = good();
        TeamYears.Sums s = g.service();
        Rating rating = SCHEME.rate(new Figures(
                g.until(),
                valid,
                new TeamYears.Sums(
                        activities,
                        s.due(),
                        s.inTime(),
                        active,
                        s.creditMinutes(),
                        0,
                        s.activeBefore(),
                        s.stayed(),
                        s.newcomers(),
                        s.cameAgain()),
                g.graded(),
                g.gradedGood(),
                g.voices(),
                g.answers(),
                g.answersGood(),
                g.checked(),
                g.confirmed(),
                0,
                paid,
                sanctioned,
                60,
                1));
        assertThat(rating.obstacles()).containsExactly(obstacle);
        assertThat(rating.stars()).isZero();
        assertThat(rating.earned()).as("the points are told all the same").isPositive();
    }

    @Test
    void a_scheme_in_which_quantity_reaches_five_stars_or_that_cannot_work_is_refused() {
        Map<Part, Scale> heavy = new EnumMap<>(SCHEME.parts());
        heavy.put(Part.HOURS, new Scale(9_000, SCHEME.scale(Part.HOURS).steps()));
        refused(heavy, SCHEME.levels());
        refused(SCHEME.parts(), levels(new Level(880, 0, 4)));
        refused(SCHEME.parts(), levels(new Level(880, 800, 0)));
        refused(SCHEME.parts(), levels(new Level(700, 800, 4)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scale(1, List.of(new Step(5, 500), new Step(4, 600))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale(1, List.of(new Step(5, 1001))));
    }

    private static List<Level> levels(Level five) {
        return Stream.concat(SCHEME.levels().stream().limit(4), Stream.of(five)).toList();
    }

    private static void refused(Map<Part, Scale> parts, List<Level> levels) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StarScheme(List.of("1"), 4, 1, 60, 500, 100, 10, 7, parts, levels));
    }

    /** A year in which every part has all its points. */
    static Figures good() {
        return new Figures(
                LocalDate.of(2026, 12, 31),
                true,
                new TeamYears.Sums(12, 12, 12, 10, 14_400, 0, 10, 7, 4, 2),
                100,
                96,
                10,
                30,
                28,
                5,
                5,
                0,
                0,
                false,
                60,
                1);
    }

    private static Figures with(TeamYears.Sums s, long credit, long honour) {
        Figures g = good();
        return new Figures(
                g.until(),
                true,
                new TeamYears.Sums(
                        s.activities(),
                        s.due(),
                        s.inTime(),
                        s.active(),
                        credit,
                        honour,
                        s.activeBefore(),
                        s.stayed(),
                        s.newcomers(),
                        s.cameAgain()),
                g.graded(),
                g.gradedGood(),
                g.voices(),
                g.answers(),
                g.answersGood(),
                g.checked(),
                g.confirmed(),
                0,
                0,
                false,
                60,
                1);
    }
}
