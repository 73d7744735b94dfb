package org.yiwang.letter;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of how often somebody tried something, by digest and day. */
@Repository
class TryStore {

    private final JdbcClient jdbc;

    TryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more and returns how many there are that day, this one included. */
    int count(byte[] what, LocalDate day) {
        return jdbc.sql("""
                        insert into letter_try as t (what, day, tries) values (:what, :day, 1)
                        on conflict (what, day) do update set tries = t.tries + 1
                        returning tries""")
                .param("what", what)
                .param("day", day)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** How many there are that day. */
    int find(byte[] what, LocalDate day) {
        return jdbc.sql("select tries from letter_try where what = :what and day = :day")
                .param("what", what)
                .param("day", day)
                .query((row, i) -> row.getInt(1))
                .optional()
                .orElse(0);
    }

    void forgetBefore(LocalDate day) {
        jdbc.sql("delete from letter_try where day < :day").param("day", day).update();
    }
}
