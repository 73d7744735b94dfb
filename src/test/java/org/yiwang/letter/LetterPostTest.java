package org.yiwang.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Ids;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.TimeKind;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.Rests;
import org.yiwang.volunteer.VolunteerView;

/** Once a year, to those who served, and to nobody who rests or wants no word. */
@CityTest
class LetterPostTest {

    @Autowired
    private LetterPost post;

    @Autowired
    private Rests rests;

    @Autowired
    private TestClock clock;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void the_letter_goes_once_to_those_who_served_and_not_to_who_rests_or_wants_none() {
        VolunteerView served = serving("邮小一");
        VolunteerView idle = VolunteerFixture.adult("邮小二");
        VolunteerView resting = serving("邮小三");
        VolunteerView unwilling = serving("邮小四");
        clock.set(day("2026-12-04"));
        post.passDay();
        assertThat(told(served)).as("too early").isZero();
        rests.begin(VolunteerFixture.actor(resting), resting.id(), LocalDate.of(2026, 12, 6));
        Visitor.asAccount(unwilling.contactAccountId())
                .post("/me/letters/wanted", Map.of("of", Ids.text(unwilling.id())));

        clock.set(day("2026-12-05"));
        post.passDay();
        post.passDay();
        assertThat(told(served)).isOne();
        assertThat(told(idle)).isZero();
        assertThat(told(resting)).isZero();
        assertThat(told(unwilling)).isZero();

        clock.set(day("2026-12-07"));
        post.passDay();
        assertThat(told(served)).isOne();
        assertThat(told(resting)).as("back within the days of the rule").isOne();
        assertThat(told(unwilling)).isZero();
    }

    private static VolunteerView serving(String name) {
        VolunteerView person = VolunteerFixture.adult(name);
        RecordFixture.effective(person.id(), LocalDate.of(2026, 3, 5), 60, TimeKind.CREDIT, "花桥志愿队", "清洁家园");
        return person;
    }

    private static long told(VolunteerView person) {
        String inbox =
                Visitor.asAccount(person.contactAccountId()).get("/me/inbox").body();
        return inbox.split("2026 年的信写好了", -1).length - 1L;
    }

    private static Instant day(String day) {
        return Instant.parse(day + "T02:00:00Z");
    }
}
