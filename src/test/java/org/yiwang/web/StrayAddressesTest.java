package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.Visitor;

/** Addresses that people come to by mistake, by an old link or by choosing another language on a form shown again. */
@CityTest
class StrayAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "/join/code?lang=en, /join?lang=en",
        "/sign-in/code?lang=en, /sign-in?lang=en",
        "/activities/0A1B2C3D4E5F6/shifts/0A1B2C3D4E5F7/sign-up, /activities/0A1B2C3D4E5F6",
    })
    void an_address_that_only_takes_forms_leads_to_the_page_above_it(String address, String above) {
        assertThat(Visitor.anonymous().get(address).location()).isEqualTo(above);
    }

    @Test
    void a_mistyped_id_is_no_page_and_no_fault() {
        Visitor.Answer answer = Visitor.anonymous().get("/activities/xyz");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这个页面");
    }

    @Test
    void a_page_that_is_refused_does_not_speak_of_something_sent() {
        Visitor.Answer answer = Visitor.anonymous().get("/activities/0A1B2C3D4E5F6");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这个页面").doesNotContain("您刚才提交的内容");
    }
}
