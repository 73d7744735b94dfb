package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;

/** What makes no sense is told as such: never as a fault of the program. */
@CityTest
class StrayInputTest {

    @Autowired
    private TestClock clock;

    private Visitor visitor = Visitor.anonymous();
    private Visitor officer = Visitor.anonymous();

    @BeforeEach
    void begin() {
        clock.reset();
        visitor = Visitor.asAccount(VolunteerFixture.adult("乱填的人").contactAccountId());
        officer = Visitor.asAccount(PeopleFixture.account("市社工部", PeopleFixture.at(Role.CITY_OFFICE, "4201")));
    }

    @Test
    void a_character_that_is_in_no_text() {
        Visitor.Answer api = visitor.api("GET", "/api/v1/boards?category=%00", null);
        assertThat(api.status()).as(api.body()).isEqualTo(400);
        assertThat(api.code()).isEqualTo("request.malformed");
        assertThat(visitor.get("/boards?category=%00").status()).isLessThan(500);
    }

    @Test
    void a_list_with_nothing_in_a_place_of_it() {
        Map<String, Object> formula = formula();
        formula.put("categories", Collections.singletonList(null));
        malformed(formula);
    }

    @Test
    void a_share_of_what_is_not_said() {
        Map<String, Object> formula = formula();
        formula.put("attitude", List.of(Map.of("percentMore", 5)));
        malformed(formula);
        formula = formula();
        formula.put("categories", List.of(Map.of("timesPerMille", 5)));
        malformed(formula);
    }

    private void malformed(Map<String, Object> formula) {
        Visitor.Answer answer = officer.api("POST", "/api/v1/points/formula/preview", Map.of("formula", formula));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.malformed");
    }

    private static Map<String, Object> formula() {
        return new HashMap<>(Map.of(
                "pointsPerHour", 10,
                "creditPerMille", 1000,
                "honourPerMille", 500,
                "categories", List.of(),
                "attitude", List.of(),
                "quality", List.of(),
                "capPerDay", 0,
                "expiryMonths", 0));
    }
}
