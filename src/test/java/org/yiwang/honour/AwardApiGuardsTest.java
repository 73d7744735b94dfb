package org.yiwang.honour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Ids;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;

/** Claims as they come over the API. */
@CityTest
class AwardApiGuardsTest {

    @Autowired
    private TestClock clock;

    @BeforeEach
    void begin() {
        clock.reset();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void claims_without_words_are_none_and_what_is_no_claim_makes_no_sense() {
        AwardScene s = new AwardScene();
        String path = "/api/v1/awards/" + Ids.text(s.open(1, Scoring.VOTE, "值得")) + "/nominations";
        Visitor clerk = Visitor.asAccount(s.clerk.accountId());
        String number = AwardScene.person().number();
        for (List<?> claims : List.of(Collections.singletonList(null), List.of(Map.of("words", "a\0b")))) {
            Visitor.Answer refused = clerk.api("POST", path, Map.of("number", number, "claims", claims));
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("request.malformed");
        }
        Visitor.Answer made = clerk.api("POST", path, Map.of("number", number, "claims", List.of(Map.of())));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        long id = Ids.parse(made.json().path("id").asString()).orElseThrow();
        assertThat(s.nominee(id).statements()).isEmpty();
    }
}
