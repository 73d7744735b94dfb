package org.yiwang.objection;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of tries by people without an account, by digest and day. */
@Repository
class TryStore {

    private final JdbcClient jdbc;

    TryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more and returns how many there are that day, this one included. */
    int count(byte[] digest, LocalDate day) {
        return jdbc.sql("""
                        insert into objection_try as t (key_digest, day, tries) values (:digest, :day, 1)
                        on conflict (key_digest, day) do update set tries = t.tries + 1
                        returning tries""")
                .param("digest", digest)
                .param("day", day)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void deleteBefore(LocalDate day) {
        jdbc.sql("delete from objection_try where day < :day").param("day", day).update();
    }
}
