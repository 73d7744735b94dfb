package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Reach;
import org.yiwang.testing.TestDatabase;

/** What stands with a deadline stays true when the activity or its organization changes. */
class RecordClockTest {

    private static final Instant END = Instant.parse("2026-11-02T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Instant LATER = Instant.parse("2026-11-30T10:00:00Z");

    private ClockStore store;
    private JdbcClient jdbc;

    @BeforeEach
    void begin() {
        jdbc = JdbcClient.create(TestDatabase.fresh());
        store = new ClockStore(jdbc);
        store.set(deadline("旧名", END), List.of(7L), "420106001");
        store.take(ClockStore.Warning.REMIND, DAY.plusDays(9), LATER);
    }

    @Test
    void a_correction_shows_in_the_list_and_tells_nobody_again() {
        store.set(deadline("新名", END), List.of(7L), "420106002");

        assertThat(store.find(1).orElseThrow().title()).isEqualTo("新名");
        assertThat(store.open(new Reach(List.of("420106002"), List.of()), LATER, 9))
                .hasSize(1);
        assertThat(store.take(ClockStore.Warning.REMIND, DAY.plusDays(9), LATER))
                .isEmpty();
    }

    @Test
    void another_end_is_reminded_of_again() {
        store.set(deadline("旧名", END.plusSeconds(60)), List.of(7L), "420106001");

        assertThat(store.take(ClockStore.Warning.REMIND, DAY.plusDays(9), LATER))
                .hasSize(1);
    }

    @Test
    void the_new_body_above_sees_what_is_late_and_the_former_no_more() {
        store.move(7, List.of(7L, 70L));
        assertThat(store.open(new Reach(List.of(), List.of(70L)), LATER, 9)).hasSize(1);
        assertThat(store.organizationsBelow(70)).containsExactly(7L);

        store.move(7, List.of(7L, 71L));
        assertThat(store.open(new Reach(List.of(), List.of(70L)), LATER, 9)).isEmpty();
        assertThat(store.open(new Reach(List.of(), List.of(71L)), LATER, 9)).hasSize(1);
    }

    private static Deadline deadline(String title, Instant end) {
        return new Deadline(1, 7, title, end, DAY, DAY.plusDays(7), DAY.plusDays(10), DAY.plusDays(14), false);
    }
}
