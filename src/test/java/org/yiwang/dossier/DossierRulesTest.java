package org.yiwang.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.PublicVoices;

/** The rules of the other statutory groups, as tables. */
class DossierRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant UNTIL = Instant.parse("2026-12-21T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "COUNTY, 420102015001, 420102",
        "CITY, 420102015001, 4201",
        "PROVINCE, 420102015001, 4201",
        "NATION, 420102015001, 4201",
        "COUNTY, 4201, 4201"
    })
    void the_office_of_the_level_decides_about_a_governments_award(AwardLevel level, String residence, String office) {
        assertThat(level.office(new RegionCode(residence)).value()).isEqualTo(office);
    }

    @ParameterizedTest
    @CsvSource({
        "OWN,,, 2026-11-22, ",
        "OTHER,,, 1990-01-01, ",
        "GOVERNMENT, CITY, 武文明〔2026〕3号, 2026-11-22, ",
        "GOVERNMENT,, 武文明〔2026〕3号, 2026-11-22, LEVEL_NEEDED",
        "GOVERNMENT, COUNTY,, 2026-11-22, DOCUMENT_NEEDED",
        "GOVERNMENT, COUNTY, '  ', 2026-11-22, DOCUMENT_NEEDED",
        "OWN,,, 2026-11-23, IMPOSSIBLE_DAY",
        "OWN,,, 1949-09-30, IMPOSSIBLE_DAY"
    })
    void a_commendation_has_what_its_kind_needs(
            Award award,
            @Nullable AwardLevel level,
            @Nullable String document,
            LocalDate date,
            @Nullable DossierProblem problem) {
        CommendationDraft draft = new CommendationDraft(" 优秀志愿者 ", date, "花桥街道", award, level, document, "");
        if (problem == null) {
            assertThat(draft.checked(TODAY).name()).isEqualTo("优秀志愿者");
            assertThat(draft.checked(TODAY).words()).isNull();
        } else {
            refused(problem, () -> draft.checked(TODAY));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "急救培训, 心肺复苏, 90, ",
        "𠮷, 课, 1, ",
        "'  ', 心肺复苏, 90, TEXT_LENGTH",
        "急救培训, '', 90, TEXT_LENGTH",
        "急救培训, 心肺复苏, 0, LEARNING_TIME",
        "急救培训, 心肺复苏, 60001, LEARNING_TIME"
    })
    void a_training_has_a_name_a_content_and_a_possible_time(
            String name, String content, int minutes, @Nullable DossierProblem problem) {
        TrainingDraft draft = new TrainingDraft(name, content, minutes, "区红十字会", TODAY);
        if (problem == null) {
            assertThat(draft.checked(TODAY).learningMinutes()).isEqualTo(minutes);
        } else {
            refused(problem, () -> draft.checked(TODAY));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // who has spoken, seconds to the end: may one speak, does one see
        "none, 1, true, false",
        "team, 1, true, false",
        "volunteer, 1, true, false",
        "both, 1, false, true",
        "none, 0, false, true",
        "team, 0, false, true",
        "both, -1, false, true"
    })
    void each_sees_the_other_once_both_spoke_or_the_time_ran_out_and_then_nobody_speaks(
            String who, int secondsLeft, boolean open, boolean seen) {
        Instant now = UNTIL.minusSeconds(secondsLeft);
        Instant before = UNTIL.minusSeconds(9000);
        Instant team = who.equals("team") || who.equals("both") ? before : null;
        Instant volunteer = who.equals("volunteer") || who.equals("both") ? before : null;
        Turn turn = new Turn(1, 2, TODAY, UNTIL, team, volunteer, who.equals("both") ? before : null, null);

        assertThat(turn.isOpened(now)).isEqualTo(seen);
        if (open) {
            turn.requireOpen(now);
        } else {
            assertThatThrownBy(() -> turn.requireOpen(now)).isInstanceOf(Refusal.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "4, true"})
    void what_is_below_good_needs_a_reason(String quality, boolean needed) {
        EvaluationRule rule = new EvaluationRule(10, 30, 3, 5, List.of("3", "4"), 10);

        assertThat(rule.needsReason(quality)).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "5, 5, 100", "4, 5, 80", "2, 3, 67", "1, 3, 33", "0, 5, 0"})
    void shares_are_whole_percent(int good, int all, int percent) {
        assertThat(new PublicVoices.Share("safety", good, all).percent()).isEqualTo(percent);
    }
}
