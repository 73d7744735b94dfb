package org.yiwang.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.volunteer.Qualifications.Held;
import org.yiwang.volunteer.VolunteerView;

class EligibilityTest {

    // The shift begins on 22 November 2026, 10:00 in Shanghai.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // born,      state,        risk, min, max, asked,   has,     refused
                "1990-01-01, VALID,         0,    -,   -,   -,       -,       -",
                "1990-01-01, UNDER_REVIEW,  0,    -,   -,   -,       -,       signup.not-valid-volunteer",
                "1990-01-01, UNCONFIRMED,   0,    -,   -,   -,       -,       signup.not-valid-volunteer",
                "1990-01-01, RESTRICTED,    0,    -,   -,   -,       -,       signup.not-valid-volunteer",
                "1990-01-01, SUSPENDED,     0,    -,   -,   -,       -,       signup.consent-withdrawn",
                "1990-01-01, VOID,          0,    -,   -,   -,       -,       signup.not-valid-volunteer",
                "2008-11-22, VALID,         2,    -,   -,   -,       -,       -",
                "2008-11-23, VALID,         2,    -,   -,   -,       -,       signup.no-minors",
                "2008-11-23, VALID,         3,    -,   -,   -,       -,       signup.no-minors",
                "2008-11-23, VALID,         1,    -,   -,   -,       -,       -",
                "2010-11-22, VALID,         0,    16,  -,   -,       -,       -",
                "2010-11-23, VALID,         0,    16,  -,   -,       -,       signup.condition-age",
                "1956-11-22, VALID,         0,    -,   70,  -,       -,       -",
                "1955-11-22, VALID,         0,    -,   70,  -,       -,       signup.condition-age",
                "1990-01-01, VALID,         0,    -,   -,   A,       B,       signup.condition-skill",
                "1990-01-01, VALID,         0,    -,   -,   A;B,     B;C,     -",
            })
    void takes_into_account_state_age_and_skills(
            LocalDate born,
            VolunteerView.State state,
            int risk,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable String asked,
            @Nullable String has,
            @Nullable String refused) {
        ShiftView shift = new ShiftView(
                1,
                1,
                1,
                "post",
                new Period(Instant.parse("2026-11-22T02:00:00Z"), Instant.parse("2026-11-22T04:00:00Z")),
                1,
                new Conditions(min, max, set(asked), 0, Set.of()));
        ActivityView activity = Node.activity(1, List.of(shift), false, RecruitScope.PUBLIC, risk);
        VolunteerView person = new VolunteerView(1, "N", "人", born, new RegionCode("4201"), state, 1L, null, set(has));
        assertThat(Eligibility.unfit(person, activity, shift, Node.RULES, Node.ZONE)
                        .map(r -> r.problem().code())
                        .orElse(null))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // scope,    admitted,  refused
                "PUBLIC,    PUBLIC,    -",
                "PASS_CODE, PUBLIC,    signup.pass-code",
                "PASS_CODE, PASS_CODE, -",
                "TEAMS,     PUBLIC,    signup.not-invited",
                "TEAMS,     TEAMS,     -",
                "TEAMS,     PASS_CODE, signup.not-invited",
                "PRIVATE,   PUBLIC,    signup.not-invited",
            })
    void lets_in_whom_the_scope_of_recruitment_lets_in(
            RecruitScope scope, RecruitScope admitted, @Nullable String refused) {
        ActivityView activity = Node.activity(1, List.of(Node.shift(1, 2, 1, 24)), false, scope, 0);
        assertThat(Eligibility.outside(activity, admitted)
                        .map(r -> r.problem().code())
                        .orElse(null))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // asked minutes, own, asks, holds until, refused, with
                "0,   -1,  -,   -,              -,                              -",
                "600, 599, -,   -,              signup.condition-hours,         10",
                "600, 600, -,   -,              -,                              -",
                "600, -1,  -,   -,              signup.condition-hours,         10",
                "0,   -1,  A,   -,              signup.condition-qualification, A!",
                "0,   -1,  A,   A=,             -,                              -",
                "0,   -1,  A,   B=,             signup.condition-qualification, A!",
                "0,   -1,  A;B, B=,             signup.condition-qualification, A!",
                "0,   -1,  A;B, -,              signup.condition-qualification, A!、B!",
                "0,   -1,  A,   A=2026-11-21,   signup.condition-qualification, A!",
                "0,   -1,  A,   A=2026-11-22,   -,                              -",
                "0,   -1,  A,   A=2020-01-01;A=2027-01-01, -,                   -",
            })
    void asks_for_own_hours_and_for_qualifications_that_hold_on_the_day_of_the_shift(
            int asked,
            long own,
            @Nullable String asks,
            @Nullable String holds,
            @Nullable String refused,
            @Nullable String with) {
        Conditions conditions = new Conditions(null, null, Set.of(), asked, set(asks));
        List<Held> held = set(holds).stream()
                .map(text -> text.split("=", -1))
                .map(part -> new Held(part[0], part[1].isEmpty() ? null : LocalDate.parse(part[1])))
                .toList();
        Optional<Refusal> refusal = Eligibility.lacking(
                conditions, own, held, LocalDate.of(2026, 11, 22), code -> new Label(code + "!", code));
        assertThat(refusal.map(r -> r.problem().code()).orElse(null)).isEqualTo(refused);
        assertThat(refusal.map(r -> r.args().getFirst())
                        .map(arg -> arg instanceof Label label ? label.zh() : arg.toString())
                        .orElse(null))
                .isEqualTo(with);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // state,    open,  shift in hours, moment,               closed because
                "PUBLISHED, true,  24, 2026-11-21T02:00:00Z, -",
                "PUBLISHED, false, 24, 2026-11-21T02:00:00Z, 0",
                "DRAFT,     true,  24, 2026-11-21T02:00:00Z, 0",
                "CANCELLED, true,  24, 2026-11-21T02:00:00Z, 0",
                "CLOSED,    true,  24, 2026-11-21T02:00:00Z, 0",
                "PUBLISHED, true,  24, 2026-11-20T01:59:59Z, 1",
                "PUBLISHED, true,  24, 2026-11-22T02:00:00Z, 3",
                "PUBLISHED, true,  24, 2026-11-22T01:59:59Z, -",
                "PUBLISHED, true,  800, 2026-12-21T02:00:00Z, 2",
            })
    void is_open_from_publication_within_the_window_until_the_shift_begins(
            ActivityView.State state, boolean open, int hours, Instant moment, @Nullable Integer because) {
        ShiftView shift = Node.shift(1, 2, 1, hours);
        ActivityView published = Node.activity(1, List.of(shift), false, RecruitScope.PUBLIC, 0);
        ActivityView activity = new ActivityView(
                1,
                1,
                List.of(1L),
                published.region(),
                "t",
                "1",
                state,
                published.period(),
                published.place(),
                0,
                published.recruitment(),
                RecruitScope.PUBLIC,
                false,
                List.of(shift));
        Shift counter = new Shift(new Shift.Key(1, 2), 1, 0, 0, 0, shift.period(), open, 1);
        assertThat(Eligibility.closed(activity, counter, moment)
                        .map(r -> r.args().getFirst())
                        .orElse(null))
                .isEqualTo(because);
    }

    private static Set<String> set(@Nullable String codes) {
        return codes == null ? Set.of() : Set.of(codes.split(";"));
    }
}
