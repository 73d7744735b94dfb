package org.yiwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiwang.activity.ActivityView.Place;
import org.yiwang.activity.ActivityView.RecruitScope;

class PublicationCheckTest {

    private static PublicationCheck check;

    @BeforeAll
    static void rules() {
        check = new PublicationCheck(
                SeededRules.read(PublicationRule.KEY, PublicationRule.class),
                SeededRules.read(AgreementRule.KEY, AgreementRule.class),
                Sample.WUHAN);
    }

    private static List<ActivityProblem> problems(Sample sample) {
        return check.findings(sample.activity(), Sample.NOW).stream()
                .map(Finding::problem)
                .toList();
    }

    @Test
    void finds_nothing_wrong_with_a_good_activity() {
        assertThat(problems(Sample.good())).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> names_what_is_wrong() {
        Conditions adults = new Conditions(18, null, Set.of(), 0, Set.of());
        Map<String, Sample> spoilt = new LinkedHashMap<>();
        Sample good = Sample.good();
        spoilt.put("NAME_BACKDATED", good.draft(t -> t.title("十月社区清洁（补录）")));
        spoilt.put("DESCRIPTION_THIN", good.draft(t -> t.description("来帮忙")));
        spoilt.put("DESCRIPTION_THIN 2", good.draft(t -> t.description("好".repeat(60))));
        spoilt.put("OBJECTS_MISSING", good.draft(t -> t.objects()));
        spoilt.put("ADDRESS_VAGUE", good.draft(t -> t.place(new Place("武汉", null, null))));
        spoilt.put("ADDRESS_VAGUE 2", good.draft(t -> t.place(new Place("到了再说到了再说", null, null))));
        spoilt.put("CONTACT_MISSING", good.draft(t -> t.contact(new Contact("王队长", ""))));
        spoilt.put("RISK_NOTE_MISSING", good.draft(t -> t.risk(new Risk(0, "无", ""))));
        spoilt.put(
                "INSURANCE_MISSING",
                good.draft(t -> t.risk(new Risk(2, "在江边巡查，可能落水。", ""))).conditions(adults));
        spoilt.put("MINORS_AT_RISK", good.draft(t -> t.risk(new Risk(2, "在江边巡查，可能落水。", "平安 PA-1"))));
        spoilt.put(
                "MINORS_AT_RISK 2",
                good.draft(t -> t.risk(new Risk(2, "在江边巡查，可能落水。", "平安 PA-1")))
                        .conditions(new Conditions(17, null, Set.of(), 0, Set.of())));
        spoilt.put("ALREADY_STARTED", good.shifts(Sample.period(Duration.ZERO, Duration.ofHours(2))));
        spoilt.put(
                "ALREADY_STARTED 2",
                good.shifts(
                        Sample.period(Duration.ofDays(-1), Duration.ofHours(2)),
                        Sample.period(Duration.ofDays(1), Duration.ofHours(2))));
        spoilt.put(
                "LASTS_TOO_LONG",
                good.shifts(
                                Sample.period(Duration.ofDays(1), Duration.ofHours(2)),
                                Sample.period(Duration.ofDays(368), Duration.ofHours(2)))
                        .draft(t -> t.terms(new Terms(false, true, 0, ""))));
        spoilt.put("SHIFT_TOO_LONG", good.shifts(Sample.period(Duration.ofDays(1), Duration.ofHours(25))));
        spoilt.put("RECRUITMENT_OVER", good.draft(t -> t.recruitment(until(Duration.ofHours(-1)))));
        spoilt.put("RECRUITMENT_OVER 2", good.draft(t -> t.recruitment(until(Duration.ofDays(5)))));
        spoilt.put(
                "PASS_CODE_MISSING",
                good.draft(t ->
                        t.recruitment(new Recruitment(null, null, RecruitScope.PASS_CODE, null, List.of(), false))));
        spoilt.put(
                "TEAMS_MISSING",
                good.draft(
                        t -> t.recruitment(new Recruitment(null, null, RecruitScope.TEAMS, null, List.of(), false))));
        spoilt.put("SUBSIDY_TOO_HIGH", good.draft(t -> t.terms(new Terms(false, false, 20_000, "交通"))));
        spoilt.put("SUBSIDY_UNEXPLAINED", good.draft(t -> t.terms(new Terms(false, false, 2_000, ""))));
        spoilt.put(
                "AGREEMENT_NEEDED",
                good.draft(t -> t.risk(new Risk(3, "高处作业，可能坠落。", "平安 PA-1"))).conditions(adults));
        spoilt.put("AGREEMENT_NEEDED outside the city", good.draft(t -> t.region("420281001001")));
        spoilt.put("AGREEMENT_NEEDED large event", good.draft(t -> t.categories("18")));
        return spoilt.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> assertThat(problems(e.getValue()))
                                .containsExactly(
                                        ActivityProblem.valueOf(e.getKey().replaceFirst(" .*", "")))));
    }

    @Test
    void takes_coordinates_for_a_precise_place_and_50_yuan_for_a_normal_subsidy() {
        assertThat(problems(Sample.good().draft(t -> t.place(new Place("江滩三期沙滩", 30.6, 114.3)))))
                .isEmpty();
        assertThat(problems(Sample.good().draft(t -> t.terms(new Terms(false, false, 5_000, "交通和午餐")))))
                .isEmpty();
    }

    private static Recruitment until(Duration fromNow) {
        return new Recruitment(null, Sample.NOW.plus(fromNow), RecruitScope.PUBLIC, null, List.of(), false);
    }
}
