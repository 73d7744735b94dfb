package org.yiwang.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and times as people and spreadsheets write them. */
class WrittenTimeTest {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-11-21,        09:00,              11:30,              2026-11-21T01:00:00Z, 2026-11-21T03:30:00Z",
        "2026/11/21,        9:00,               11：30,             2026-11-21T01:00:00Z, 2026-11-21T03:30:00Z",
        "2026.1.5,          9点,                9点半,              2026-01-05T01:00:00Z, 2026-01-05T01:30:00Z",
        "2026年11月21日,     上午9:05,           下午2时10分,        2026-11-21T01:05:00Z, 2026-11-21T06:10:00Z",
        "２０２６年１１月２１日（周六）, 9:00 am,  2:30 PM,           2026-11-21T01:00:00Z, 2026-11-21T06:30:00Z",
        "20261121,          0900,               1130,               2026-11-21T01:00:00Z, 2026-11-21T03:30:00Z",
        "46347,             0.375,              0.4791666666666667, 2026-11-21T01:00:00Z, 2026-11-21T03:30:00Z",
        "'',                46347.375,          46347.479166666664, 2026-11-21T01:00:00Z, 2026-11-21T03:30:00Z",
        "'',                2026-11-21 22:00,   2026-11-22 01:00,   2026-11-21T14:00:00Z, 2026-11-21T17:00:00Z",
        "'',                2026-11-21T09:00,   11:00,              2026-11-21T01:00:00Z, 2026-11-21T03:00:00Z",
        "2026-11-21,        22:00,              24:00,              2026-11-21T14:00:00Z, 2026-11-21T16:00:00Z",
        "2026-11-21,        9:00:00,            9:30:59,            2026-11-21T01:00:00Z, 2026-11-21T01:30:00Z",
    })
    void reads_the_usual_forms(String day, String came, String left, String from, String to) {
        WrittenTime.Reading read = WrittenTime.span(day, came, left, CITY);

        assertThat(read.problem()).isNull();
        assertThat(read.span()).hasToString("Period[start=" + from + ", end=" + to + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-13-01, 09:00,  10:00,  DAY",
        "2026-02-30, 09:00,  10:00,  DAY",
        "11-21,      09:00,  10:00,  DAY",
        "昨天,       09:00,  10:00,  DAY",
        "'',         09:00,  10:00,  DAY",
        "'',         早上,   10:00,  CAME",
        "2026-11-21, 25:00,  26:00,  CAME",
        "2026-11-21, 9:75,   10:00,  CAME",
        "2026-11-21, 9,      10:00,  CAME",
        "2026-11-21, 09:00,  '',     LEFT",
        "2026-11-21, 09:00,  √,      LEFT",
        "2026-11-21, 09:00,  2026-11-21, LEFT",
        "2026-11-21, 11:00,  09:00,  ORDER",
        "2026-11-21, 09:00,  09:00,  ORDER",
        "99999,      09:00,  10:00,  DAY",
    })
    void says_what_cannot_be_read(String day, String came, String left, PaperProblem problem) {
        assertThat(WrittenTime.span(day, came, left, CITY).problem()).isEqualTo(problem);
    }
}
