package org.yiwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiwang.activity.ReviewPolicy.Facts;
import org.yiwang.activity.ReviewPolicy.Reason;

class ReviewPolicyTest {

    private static final Facts KNOWN = new Facts(3, false, false);
    private static ReviewPolicy policy;
    private static KeywordRule keywords;

    @BeforeAll
    static void rules() {
        policy = SeededRules.read(ReviewPolicy.KEY, ReviewPolicy.class);
        keywords = SeededRules.read(KeywordRule.KEY, KeywordRule.class);
    }

    @Test
    void lets_an_ordinary_activity_of_a_known_organization_through() {
        assertThat(policy.reasons(Sample.good().activity(), KNOWN)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> asks_for_review() {
        Sample good = Sample.good();
        return Stream.of(
                row(Reason.RISK, good.draft(t -> t.risk(new Risk(2, "江边", "PA"))), KNOWN),
                row(Reason.FIRST_ACTIVITIES, good, new Facts(2, false, false)),
                row(Reason.FILED_GROUP, good, new Facts(3, true, false)),
                row(Reason.MANY_PLACES, good.capacity(200), KNOWN),
                row(Reason.OBJECT, good.draft(t -> t.objects("01", "10")), KNOWN),
                row(Reason.CATEGORY, good.draft(t -> t.categories("06", "13")), KNOWN),
                row(Reason.HINTS, good, new Facts(3, false, true)));
    }

    private static DynamicTest row(Reason reason, Sample sample, Facts facts) {
        return DynamicTest.dynamicTest(
                reason.name(),
                () -> assertThat(policy.reasons(sample.activity(), facts)).containsExactly(reason));
    }

    @Test
    void asks_for_review_of_everything_where_a_region_wants_it() {
        ReviewPolicy everything =
                new ReviewPolicy(4, 0, false, 1_000_000, List.of(), List.of(), false, List.of("420102"));
        assertThat(everything.reasons(Sample.good().activity(), KNOWN)).containsExactly(Reason.REGION);
        assertThat(everything.reasons(
                        Sample.good().draft(t -> t.region("420103001001")).activity(), KNOWN))
                .isEmpty();
    }

    @Test
    void finds_the_words_of_each_kind_that_is_no_service() {
        for (KeywordRule.Kind kind : keywords.kinds()) {
            for (String word : kind.words()) {
                assertThat(keywords.hintsIn("本周" + word + "活动")).as(word).anySatisfy(hint -> {
                    assertThat(hint.code()).isEqualTo(kind.code());
                    assertThat(hint.words()).contains(word);
                });
            }
        }
    }

    @Test
    void finds_words_in_full_width_letters_and_none_in_an_ordinary_text() {
        assertThat(keywords.hintsIn("５０元＝１小时"))
                .singleElement()
                .satisfies(hint -> assertThat(hint.code()).isEqualTo("bought-hours"));
        assertThat(keywords.hintsIn(Sample.good().activity())).isEmpty();
        assertThat(keywords.hintsIn("")).isEmpty();
    }
}
