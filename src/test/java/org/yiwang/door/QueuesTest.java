package org.yiwang.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.web.Queue;
import org.yiwang.web.Queue.Door;

/** What the modules say waits behind the doors. */
@CityTest
class QueuesTest {

    @Autowired
    private List<Queue> queues;

    @Autowired
    private MessageSource messages;

    @Test
    void every_queue_has_words_in_both_languages() {
        assertThat(queues).isNotEmpty();
        for (Queue queue : queues) {
            Object[] args = {3, "2026-11-30"};
            assertThat(messages.getMessage(queue.key(), args, Locale.SIMPLIFIED_CHINESE))
                    .isNotEqualTo(messages.getMessage(queue.key(), args, Locale.ENGLISH));
        }
    }

    @Test
    void whoever_is_not_asked_has_nothing_waiting_and_is_refused_nothing() {
        Actor neighbour = PeopleFixture.actor(PeopleFixture.account("林小满"));
        for (Queue queue : queues) {
            assertThat(queue.of(neighbour).map(Queue.Waiting::count).orElse(0))
                    .as(queue.key())
                    .isZero();
        }
    }

    @Test
    void passports_from_elsewhere_wait_at_the_city_office_only() {
        assertThat(keys(PeopleFixture.staff(Role.CITY_OFFICE, "4201")))
                .contains(
                        "door.gov.queue.passports",
                        "door.gov.queue.conflicts",
                        "door.gov.queue.issuers",
                        "door.gov.queue.calls");
        assertThat(keys(PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102")))
                .doesNotContain("door.gov.queue.passports", "door.gov.queue.conflicts", "door.gov.queue.issuers")
                .contains("door.gov.queue.calls", "door.gov.queue.cases");
    }

    private List<String> keys(Actor actor) {
        return queues.stream()
                .filter(queue -> queue.door() == Door.OFFICE)
                .filter(queue -> queue.of(actor).isPresent())
                .map(Queue::key)
                .toList();
    }
}
