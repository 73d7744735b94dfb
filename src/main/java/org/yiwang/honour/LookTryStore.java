package org.yiwang.honour;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of how many numbers people looked up on a day. */
@Repository
class LookTryStore {

    private final JdbcClient jdbc;

    LookTryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more and returns how many there are that day, this one included. */
    int count(long accountId, LocalDate day) {
        return jdbc.sql("""
                        insert into honour_look_try as t (account_id, day, tries) values (:account, :day, 1)
                        on conflict (account_id, day) do update set tries = t.tries + 1
                        returning tries""")
                .param("account", accountId)
                .param("day", day)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void forget(LocalDate before) {
        jdbc.sql("delete from honour_look_try where day < :day")
                .param("day", before)
                .update();
    }
}
