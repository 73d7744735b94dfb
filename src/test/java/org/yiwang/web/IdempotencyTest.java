package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;

@CityTest
class IdempotencyTest {

    @Autowired
    private Idempotency idempotency;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Test
    void a_key_is_as_old_as_the_clock_says_by_which_it_is_forgotten() {
        clock.reset();
        String command = "test " + UUID.randomUUID();
        assertThat(idempotency.once(null, command, command, Integer.class, () -> 1))
                .isOne();
        assertThat(idempotency.once(null, command, command, Integer.class, () -> 2))
                .isOne();
        Instant at = jdbc.sql("select at from web_idempotency where command = :command")
                .param("command", command)
                .query((row, i) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        assertThat(at).isEqualTo(clock.instant());
    }
}
