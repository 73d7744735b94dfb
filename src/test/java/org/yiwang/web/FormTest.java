package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.yiwang.kernel.Actor.AccessProblem;
import org.yiwang.kernel.Refusal;

class FormTest {

    private static final Refusal WHY = new Refusal(AccessProblem.OUT_OF_SCOPE);

    private final Form form = new Form(Map.of("name", List.of("韩梅")));
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void does_what_was_asked_and_goes_on() {
        assertThat(form.submit(done::incrementAndGet, () -> "then", () -> "again"))
                .isEqualTo("then");
        assertThat(done).hasValue(1);
        assertThat(form.submit(response, () -> "then", () -> "again")).isEqualTo("then");
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void shows_a_faulty_form_again_and_does_nothing() {
        form.text("mobile", 1, 20);
        assertThat(form.submit(done::incrementAndGet, () -> "then", () -> "again"))
                .isEqualTo("again");
        assertThat(form.submit(response, () -> "then", () -> "again")).isEqualTo("again");
        assertThat(done).hasValue(0);
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void shows_the_form_again_with_what_was_typed_and_why_it_was_refused() {
        assertThat(form.submit(() -> refuse(WHY.at("name")), () -> "again")).isEqualTo("again");
        assertThat(form.value("name")).isEqualTo("韩梅");
        assertThat(Objects.requireNonNull(form.error("name")).key()).isEqualTo("problem.access.out-of-scope");
        assertThat(form.refusal()).isNull();
    }

    @Test
    void answers_a_refused_form_with_the_status_of_the_refusal_where_that_is_asked() {
        assertThat(form.submit(response, () -> refuse(WHY), () -> "again")).isEqualTo("again");
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(form.refusal()).isNotNull();
    }

    private static String refuse(Refusal why) {
        throw why;
    }
}
