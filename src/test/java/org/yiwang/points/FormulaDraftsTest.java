package org.yiwang.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Role;
import org.yiwang.rules.RuleBook;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;

/** A new formula is adopted only after it was tried, and nothing that was adopted is undone by oversight. */
@CityTest
class FormulaDraftsTest {

    private static final String PAGE = "/gov/points/formula";
    private static final Pattern FIELD = Pattern.compile("name=\"([\\w-]+)\"[^>]*? value=\"([^\"]*)\"");

    @Autowired
    private RuleBook book;

    @Autowired
    private TestClock clock;

    private Visitor officer = Visitor.anonymous();
    private LocalDate from = LocalDate.MAX;

    @BeforeEach
    void begin() {
        clock.reset();
        officer = Visitor.asAccount(PeopleFixture.account("市社工部", PeopleFixture.at(Role.CITY_OFFICE, "4201")));
        // Later than any other version of this database, and of no concern to anybody else.
        from = book.versions(Formula.KEY).stream()
                .map(version -> version.effectiveFrom().plusDays(1))
                .reduce(LocalDate.of(2061, 1, 1), (a, b) -> a.isAfter(b) ? a : b);
    }

    @Test
    void a_number_out_of_bounds_is_told_in_the_form() {
        Map<String, String> form = fields(officer.get(PAGE).body());
        form.put("perHour", "0");
        Visitor.Answer answer = officer.post(PAGE, form);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("perHour-error");
    }

    @Test
    void what_was_not_tried_is_tried_first_and_the_next_draft_begins_with_what_was_adopted() {
        int versions = book.versions(Formula.KEY).size();
        Map<String, String> form = fields(officer.get(PAGE).body());
        String perHour = String.valueOf(1 + Integer.parseInt(Objects.requireNonNull(form.get("perHour"))) % 900);
        form.put("perHour", perHour);
        form.put("from", from.toString());
        form.put("note", "听取志愿者意见后调整");
        Visitor.Answer untried = officer.post(PAGE + "/adopt", form);
        assertThat(untried.body()).contains("这些数还没有试算过", "改了什么", "改成 " + perHour);
        assertThat(book.versions(Formula.KEY)).hasSize(versions);

        Map<String, String> tried = fields(untried.body());
        tried.put("capPerDay", "77");
        assertThat(officer.post(PAGE + "/adopt", tried).body()).contains("这些数还没有试算过");
        tried = fields(untried.body());
        assertThat(officer.post(PAGE + "/adopt", tried).status()).isEqualTo(303);
        assertThat(book.versions(Formula.KEY)).hasSize(versions + 1);
        String next = officer.get(PAGE).body();
        assertThat(next).contains("已经定好");
        assertThat(fields(next)).containsEntry("perHour", perHour);
    }

    private static Map<String, String> fields(String page) {
        Map<String, String> fields = new HashMap<>();
        Matcher found = FIELD.matcher(page.substring(page.indexOf("action=\"" + PAGE)));
        while (found.find()) {
            fields.put(Objects.requireNonNull(found.group(1)), Objects.requireNonNull(found.group(2)));
        }
        return fields;
    }
}
