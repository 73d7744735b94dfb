package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/activities/xyz",
                "/awards/xyz",
                "/awards/0A1B2C3D4E5F",
                "/team-stars/abc",
                "/team-stars/2026x",
                "/team-stars/99999999999",
                "/team-stars/2026?stars=many",
                "/team-stars?page=two",
                "/organizations/队伍",
                "/regions/picker?name=home&minimum=x",
                "/regions/picker",
                "/me/points/xyz",
                "/gov/team-stars/0A1B2C3D4E5F6/0A1B2C3D4E5F7/NO_PART",
            })
    void a_mistyped_address_is_no_page_and_no_fault(String address) {
        Visitor office = Visitor.asAccount(PeopleFixture.account("错址", PeopleFixture.at(Role.CITY_OFFICE, "4201")));
        Visitor.Answer answer = office.get(address.replace("队伍", "%E9%98%9F%E4%BC%8D"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这个页面").doesNotContain("系统出了点问题");
    }

    @ParameterizedTest
    @CsvSource({
        "/awards/xyz, request.malformed",
        "/awards/0U1B2C3D4E5F6, request.malformed",
        "/team-stars/years/abc, request.malformed",
        "/team-stars/years/2026?stars=many, request.malformed",
        "/team-stars/years/99999999999, request.malformed",
        "/volunteers/xyz/points, request.malformed",
        "/volunteers/0A1B2C3D4E5F6/letters/abc, request.malformed",
        "/team-star/years/2026, request.no-such-address",
    })
    void a_mistyped_address_of_the_api_is_refused_by_name(String address, String code) {
        Visitor office = Visitor.asAccount(PeopleFixture.account("错址", PeopleFixture.at(Role.CITY_OFFICE, "4201")));
        Visitor.Answer answer = office.api("GET", "/api/v1" + address, null);
        assertThat(answer.status()).as(answer.body()).isBetween(400, 404);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void a_page_that_is_refused_does_not_speak_of_something_sent() {
        Visitor.Answer answer = Visitor.anonymous().get("/activities/0A1B2C3D4E5F6");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这个页面").doesNotContain("您刚才提交的内容");
    }
}
