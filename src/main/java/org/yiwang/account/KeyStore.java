package org.yiwang.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of {@code account_key}: which keys wrote this database. */
@Component
class KeyStore {

    private final JdbcClient jdbc;

    KeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The check value of the digest key; writes the given one where there is none yet. */
    byte[] claim(byte[] checkValue) {
        jdbc.sql("""
                        insert into account_key (key_id, check_value, first_used_at) values (0, :value, now())
                        on conflict do nothing""").param("value", checkValue).update();
        return jdbc.sql("select check_value from account_key where key_id = 0")
                .query((row, i) -> row.getBytes(1))
                .single();
    }
}
