package org.yiwang.volunteer;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of tries at registered documents, by digest and day. */
@Component
class RecoveryTryStore {

    private final JdbcClient jdbc;

    RecoveryTryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more and returns how many there are that day, this one included. */
    int count(byte[] digest, LocalDate day, boolean message) {
        return jdbc.sql("""
                        insert into volunteer_recovery_try as t (key_digest, day, looks, messages)
                        values (:digest, :day, :look, :message)
                        on conflict (key_digest, day) do update
                            set looks = t.looks + excluded.looks, messages = t.messages + excluded.messages
                        returning looks, messages""")
                .param("digest", digest)
                .param("day", day)
                .param("look", message ? 0 : 1)
                .param("message", message ? 1 : 0)
                .query((row, i) -> row.getInt(message ? "messages" : "looks"))
                .single();
    }

    void deleteBefore(LocalDate day) {
        jdbc.sql("delete from volunteer_recovery_try where day < :day")
                .param("day", day)
                .update();
    }
}
