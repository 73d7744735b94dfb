package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.testing.TestDatabase;

class IdempotencyKeysTest {

    @Test
    void are_kept_for_a_week_and_then_forgotten() {
        try (HikariDataSource database = TestDatabase.fresh()) {
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql("""
                            insert into web_idempotency (key_digest, command, at) values
                            ('\\x01', 'young', timestamptz '2026-11-14 10:00:01+08'),
                            ('\\x02', 'old', timestamptz '2026-11-14 09:59:59+08')""").update();

            int forgotten = new IdempotencyKeys(jdbc).forgetOld(Instant.parse("2026-11-21T02:00:00Z"));

            assertThat(forgotten).isOne();
            assertThat(jdbc.sql("select command from web_idempotency")
                            .query((row, i) -> row.getString(1))
                            .list())
                    .containsExactly("young");
        }
    }
}
