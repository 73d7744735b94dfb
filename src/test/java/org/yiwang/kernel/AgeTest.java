package org.yiwang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    @ParameterizedTest(name = "born {0}, on {1}: {2}")
    @CsvSource({
        "2008-05-17, 2026-05-16, 17",
        "2008-05-17, 2026-05-17, 18",
        "2008-02-29, 2026-02-28, 17",
        "2008-02-29, 2026-03-01, 18",
        "2008-02-29, 2028-02-29, 20",
        "2026-05-17, 2026-05-17, 0"
    })
    void is_in_full_years(LocalDate birthDate, LocalDate day, int expected) {
        assertThat(Age.on(day, birthDate)).isEqualTo(expected);
    }
}
