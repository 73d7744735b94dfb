package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.kernel.Refusal;

class AgePolicyTest {

    private static final AgePolicy POLICY = new AgePolicy(6, 10, 14, 18, 72, 168);

    @ParameterizedTest
    @CsvSource({
        // born, today, registering oneself, as a ward, companion
        "2020-11-22, 2026-11-21, volunteer.too-young, volunteer.too-young, true",
        "2020-11-21, 2026-11-21, volunteer.guardian-registers, ok, true",
        "2016-11-22, 2026-11-21, volunteer.guardian-registers, ok, true",
        "2016-11-21, 2026-11-21, volunteer.guardian-registers, ok, false",
        "2012-11-22, 2026-11-21, volunteer.guardian-registers, ok, false",
        "2012-11-21, 2026-11-21, with guardian, ok, false",
        "2008-11-22, 2026-11-21, with guardian, ok, false",
        "2008-11-21, 2026-11-21, ok, volunteer.not-a-minor, false",
        "1930-01-01, 2026-11-21, ok, volunteer.not-a-minor, false",
        "2012-02-29, 2026-02-28, volunteer.guardian-registers, ok, false",
        "2012-02-29, 2026-03-01, with guardian, ok, false",
        "2008-02-29, 2026-02-28, with guardian, ok, false",
        "2008-02-29, 2026-03-01, ok, volunteer.not-a-minor, false",
    })
    void says_who_registers_how(LocalDate born, LocalDate today, String self, String ward, boolean companion) {
        assertThat(asSelf(born, today)).isEqualTo(self);
        assertThat(asWard(born, today)).isEqualTo(ward);
        assertThat(POLICY.needsCompanion(born, today)).isEqualTo(companion);
    }

    @ParameterizedTest
    @CsvSource({"2008-11-22, 2026-11-22", "2008-02-29, 2026-03-01", "2007-12-31, 2025-12-31"})
    void a_guardian_speaks_until_the_person_comes_of_age(LocalDate born, LocalDate adult) {
        assertThat(POLICY.adultOn(born)).isEqualTo(adult);
        assertThat(POLICY.isMinor(born, adult)).isFalse();
        assertThat(POLICY.isMinor(born, adult.minusDays(1))).isTrue();
    }

    private static String asSelf(LocalDate born, LocalDate today) {
        try {
            POLICY.requireSelf(born, today);
            return POLICY.isMinor(born, today) ? "with guardian" : "ok";
        } catch (Refusal refusal) {
            return refusal.problem().code();
        }
    }

    private static String asWard(LocalDate born, LocalDate today) {
        try {
            POLICY.requireWard(born, today);
            return "ok";
        } catch (Refusal refusal) {
            return refusal.problem().code();
        }
    }
}
