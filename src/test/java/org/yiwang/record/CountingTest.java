package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Period;

class CountingTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CountingRule RULE = new CountingRule(15, 15);
    private static final DailyCapsRule CAPS = new DailyCapsRule(480, 720);

    @ParameterizedTest(name = "served {0}–{1}: {2} minutes")
    @CsvSource({
        "09:00, 11:00, 120",
        "09:07, 10:58, 111",
        "08:50, 11:10, 140",
        "08:00, 12:00, 150",
        "11:10, 12:00, 5",
        "11:15, 12:00, 0",
        "12:00, 13:00, 0",
        "07:00, 08:45, 0",
        "09:00:30, 09:01:10, 0",
    })
    void counts_minutes_inside_the_shift_with_its_tolerance(String from, String to, int minutes) {
        Period shift = span("2026-11-21T09:00", "2026-11-21T11:00");
        Period served = span("2026-11-21T" + from, "2026-11-21T" + to);

        assertThat(Counting.counted(served, shift, RULE).map(Period::minutes).orElse(0))
                .isEqualTo(minutes);
    }

    @ParameterizedTest(name = "in by {0}, out by {1}: {2}")
    @CsvSource({
        "SCANNED_CODE, SCANNED_CODE, CREDIT",
        "TYPED_CODE, SCANNED_CARD, CREDIT",
        "SCANNED_CODE, ATTESTED, HONOUR",
        "ROSTER, SCANNED_CODE, HONOUR",
        "ROSTER, ROSTER, HONOUR",
    })
    void gives_credit_time_only_where_both_sides_were_there_twice(Evidence.Way in, Evidence.Way out, TimeKind kind) {
        assertThat(Counting.kind(evidence(in), evidence(out))).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "2026-11-21T08:00/2026-11-21T16:00 |                                   | none",
                "2026-11-21T08:00/2026-11-21T16:01 |                                   | LONG_DAY",
                "2026-11-21T08:00/2026-11-21T20:00 |                                   | LONG_DAY",
                "2026-11-21T08:00/2026-11-21T20:01 |                                   | VERY_LONG_DAY",
                "2026-11-21T18:00/2026-11-21T20:00 | 2026-11-21T08:00/2026-11-21T14:00 | none",
                "2026-11-21T18:00/2026-11-21T20:01 | 2026-11-21T08:00/2026-11-21T14:00 | LONG_DAY",
                "2026-11-21T20:00/2026-11-22T04:00 |                                   | none",
                "2026-11-21T20:00/2026-11-22T04:00 | 2026-11-21T08:00/2026-11-21T12:30 | LONG_DAY",
                "2026-11-21T20:00/2026-11-22T04:00 | 2026-11-22T08:00/2026-11-22T16:30 | VERY_LONG_DAY",
                "2026-11-21T23:00/2026-11-22T00:00 | 2026-11-22T08:00/2026-11-22T16:00 | none",
            })
    void holds_a_record_that_makes_a_day_too_long(String counted, @Nullable String other, @Nullable Hold hold) {
        List<Period> others = other == null || other.isBlank() ? List.of() : List.of(span(other));

        assertThat(Counting.dailyHold(span(counted), others, CAPS, ZONE)).isEqualTo(hold);
    }

    @ParameterizedTest(name = "{0} with {1}: {2} minutes are kept")
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "2026-11-21T08:00/2026-11-21T16:00 |                                   | 480",
                "2026-11-21T08:00/2026-11-21T17:30 |                                   | 480",
                "2026-11-21T14:00/2026-11-21T20:00 | 2026-11-21T08:00/2026-11-21T13:00 | 180",
                "2026-11-21T18:00/2026-11-21T20:00 | 2026-11-21T08:00/2026-11-21T16:00 | 0",
                "2026-11-21T18:00/2026-11-21T20:00 | 2026-11-21T07:00/2026-11-21T16:00 | 0",
                "2026-11-21T14:00/2026-11-22T02:00 |                                   | 480",
                "2026-11-21T18:00/2026-11-22T09:00 |                                   | 840",
                "2026-11-21T20:00/2026-11-22T04:00 | 2026-11-22T08:00/2026-11-22T16:30 | 240",
            })
    void a_day_that_nobody_confirms_is_cut_back_to_its_limit(String counted, @Nullable String other, int kept) {
        List<Period> others = other == null || other.isBlank() ? List.of() : List.of(span(other));

        assertThat(Counting.keptWithin(span(counted), others, 480, ZONE)
                        .map(Period::minutes)
                        .orElse(0))
                .isEqualTo(kept);
    }

    private static Evidence evidence(Evidence.Way way) {
        return new Evidence(way, null, false, null, 1);
    }

    private static Period span(String both) {
        List<String> ends = Arrays.asList(both.strip().split("/"));
        return span(ends.get(0), ends.get(1));
    }

    private static Period span(String from, String to) {
        return new Period(moment(from), moment(to));
    }

    private static Instant moment(String text) {
        return LocalDateTime.parse(text).atZone(ZONE).toInstant();
    }
}
