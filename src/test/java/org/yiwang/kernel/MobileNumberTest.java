package org.yiwang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678",
                " 138 1234 5678 ",
                "138-1234-5678",
                "+8613812345678",
                "008613812345678",
                "8613812345678",
                "１３８１２３４５６７８",
                "+86\u00a0138\u30001234 5678"
            })
    void reads_what_people_type(String typed) {
        assertThat(MobileNumber.read(typed).orElseThrow().digits()).isEqualTo("13812345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1381234567", "138123456789", "12812345678", "1381234567x", "+44 7700 900123", "<b>"})
    void takes_nothing_else_for_a_number(String typed) {
        assertThat(MobileNumber.read(typed)).isEmpty();
    }

    @Test
    void shows_only_the_ends() {
        assertThat(new MobileNumber("13812345678")).hasToString("138****5678");
    }
}
