package org.yiwang.account;

import java.security.MessageDigest;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Vault;

/**
 * Refuses to start with other keys than those that the database was written with: otherwise nobody could sign in,
 * and new rows would be sealed with keys that the old rows do not know.
 */
@Component
class KeyCheck implements InitializingBean {

    private static final String TEXT = "yiwang key check";

    private final Vault vault;
    private final JdbcClient jdbc;

    KeyCheck(Vault vault, JdbcClient jdbc) {
        this.vault = vault;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        byte[] digest = vault.digest(TEXT);
        jdbc.sql("""
                        insert into account_key (key_id, check_value, first_used_at) values (0, :digest, now())
                        on conflict do nothing""").param("digest", digest).update();
        byte[] written = jdbc.sql("select check_value from account_key where key_id = 0")
                .query((row, i) -> row.getBytes(1))
                .single();
        if (!MessageDigest.isEqual(digest, written)) {
            throw new KeysMissing("These keys are not the ones that this database was written with.");
        }
    }
}
