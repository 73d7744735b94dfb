package org.yiwang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91420100177725890Y",
                "11100000MB03271699",
                "12100000400000200M",
                "51420000MJH0000119"
            })
    void computes_the_check_character_of_its_first_seventeen(String code) {
        String right = code.substring(0, 17) + CreditCode.checkCharacter(code);
        assertThat(CreditCode.parse(right)).map(CreditCode::value).hasValue(right);
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, 91350100M000100Y43",
        "91350100m000100y43, 91350100M000100Y43",
        "９１３５０１００M000100Y43, 91350100M000100Y43",
        "'  91350100 M000100Y43 ', 91350100M000100Y43"
    })
    void forgives_how_people_type(String typed, String code) {
        assertThat(CreditCode.parse(typed)).map(CreditCode::value).hasValue(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91350100M000100Y44", // wrong check character
                "91350100M000100Y34", // two characters swapped
                "91350100M000100Y4", // too short
                "91350100M000100Y433", // too long
                "91350100I000100Y43", // I, O, S, V and Z are not used
                "91350100M0001OOY43",
                "9135010XM000100Y43", // region is digits
                "统一社会信用代码一二三四五六七八九"
            })
    void refuses_what_is_not_one(String typed) {
        assertThat(CreditCode.parse(typed)).isEmpty();
    }

    @Test
    void notices_any_single_character_that_is_wrong() {
        String code = "91350100M000100Y43";
        for (int at = 0; at < 18; at++) {
            for (char other : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                if (other != code.charAt(at)) {
                    String wrong = code.substring(0, at) + other + code.substring(at + 1);
                    assertThat(CreditCode.parse(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }
}
