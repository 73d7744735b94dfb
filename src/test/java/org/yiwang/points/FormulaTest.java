package org.yiwang.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.points.Formula.Coefficient;
import org.yiwang.points.Formula.Share;
import org.yiwang.record.TimeKind;

/** What service comes to, as a table. */
class FormulaTest {

    static final Formula FORMULA = new Formula(
            10,
            1_000,
            500,
            List.of(new Coefficient("04", 1_200), new Coefficient("13", 1_500), new Coefficient("20", 0)),
            List.of(new Share("1", 20), new Share("2", 10)),
            List.of(new Share("A", 10), new Share("B", 5)),
            100,
            36);

    /** The first version, as the migration brings it. */
    static final Formula SEEDED = new Formula(
            10,
            1_000,
            500,
            List.of(
                    new Coefficient("03", 1_200),
                    new Coefficient("04", 1_200),
                    new Coefficient("05", 1_200),
                    new Coefficient("13", 1_500),
                    new Coefficient("17", 1_200)),
            List.of(new Share("1", 20), new Share("2", 10)),
            List.of(new Share("A", 10), new Share("B", 5)),
            100,
            36);

    @ParameterizedTest
    @CsvSource({
        // minutes, category, kind, evaluation, grade, points already that day, time, attitude, quality
        "180, 04, CREDIT,  1, A,   0,  36, 7, 3",
        "180, 06, CREDIT,   ,  ,   0,  30, 0, 0",
        "180, 06, HONOUR,  2, B,   0,  15, 1, 0",
        "  5, 06, CREDIT,  1, A,   0,   0, 0, 0",
        "  6, 06, CREDIT,  1, A,   0,   1, 0, 0",
        " 59, 13, CREDIT,  3, C,   0,  14, 0, 0",
        "119, 04, HONOUR,  1, D,   0,  11, 2, 0",
        "600, 13, CREDIT,  1, A,   0, 100,20,10",
        "600, 06, CREDIT,  1, A,  99,   1, 0, 0",
        "600, 06, CREDIT,  1, A, 100,   0, 0, 0",
        "600, 20, CREDIT,  1, A,   0,   0, 0, 0",
        "  0, 06, CREDIT,  1, A,   0,   0, 0, 0",
    })
    void points_come_from_time_attitude_and_quality_in_whole_numbers(
            int minutes,
            String category,
            TimeKind kind,
            String evaluation,
            String grade,
            long already,
            long time,
            long attitude,
            long quality) {
        Worked worked = Worked.of(FORMULA, new Worked.Service(minutes, category, kind, evaluation, grade), already);
        assertThat(worked.of(Part.TIME)).isEqualTo(time);
        assertThat(worked.of(Part.ATTITUDE)).isEqualTo(attitude);
        assertThat(worked.of(Part.QUALITY)).isEqualTo(quality);
        assertThat(worked.sum()).isEqualTo(time + attitude + quality);
    }

    @Test
    void a_day_without_a_limit_has_room_for_all() {
        Formula free = new Formula(1_000, 10_000, 0, List.of(), List.of(), List.of(), 0, 0);
        Worked.Service day = new Worked.Service(24 * 60, "06", TimeKind.CREDIT, null, null);
        assertThat(Worked.of(free, day, 1_000_000).counted()).isEqualTo(240_000);
        assertThat(free.lastDay(LocalDate.of(2026, 11, 22))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, 2029-11-22", "2028-02-29, 2031-02-28"})
    void points_last_for_months_from_the_day_on_which_the_record_counts(LocalDate since, LocalDate last) {
        assertThat(FORMULA.lastDay(since)).isEqualTo(last);
    }

    @Test
    void what_makes_no_sense_is_no_formula() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Formula(0, 1_000, 500, List.of(), List.of(), List.of(), 100, 36))
                .withMessageContaining("pointsPerHour");
        assertThatIllegalArgumentException().isThrownBy(() -> new Coefficient("04", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share("1", 101));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Formula(
                        1,
                        1,
                        1,
                        List.of(new Coefficient("04", 1), new Coefficient("04", 2)),
                        List.of(),
                        List.of(),
                        0,
                        0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Formula(1, 1, 1, List.of(), List.of(), List.of(new Share("E", 1)), 0, 0));
    }
}
