package org.yiwang.account;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of second factors. */
@Component
class TotpStore {

    private final JdbcClient jdbc;

    TotpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TotpRow> find(long accountId) {
        return jdbc.sql("select secret_sealed, started_at, confirmed_at from account_totp where account_id = :account")
                .param("account", accountId)
                .query((row, i) -> new TotpRow(
                        row.getBytes("secret_sealed"),
                        instant(row, "started_at"),
                        row.getObject("confirmed_at") != null))
                .optional();
    }

    /** Begins anew, unless one is confirmed. */
    void begin(long accountId, byte[] secret, Instant now) {
        jdbc.sql("""
                        insert into account_totp as t (account_id, secret_sealed, started_at)
                        values (:account, :secret, :now)
                        on conflict (account_id) do update set
                            secret_sealed = excluded.secret_sealed, started_at = excluded.started_at, last_step = 0
                        where t.confirmed_at is null""")
                .param("account", accountId)
                .param("secret", secret)
                .param("now", utc(now))
                .update();
    }

    /** Notes that the code of this step was used; false if this or a later one was used before. */
    boolean use(long accountId, long step) {
        return jdbc.sql("update account_totp set last_step = :step where account_id = :account and last_step < :step")
                        .param("account", accountId)
                        .param("step", step)
                        .update()
                == 1;
    }

    void confirm(long accountId, List<byte[]> recoveryCodes, Instant now) {
        jdbc.sql("update account_totp set confirmed_at = :now where account_id = :account")
                .param("account", accountId)
                .param("now", utc(now))
                .update();
        jdbc.sql("delete from account_recovery_code where account_id = :account")
                .param("account", accountId)
                .update();
        jdbc.sql("insert into account_recovery_code (account_id, code_digest) select :account, unnest(:codes::bytea[])")
                .param("account", accountId)
                .param("codes", recoveryCodes.toArray(byte[][]::new))
                .update();
    }

    boolean useRecoveryCode(long accountId, byte[] code, Instant now) {
        return jdbc.sql("""
                        update account_recovery_code set used_at = :now
                        where account_id = :account and code_digest = :code and used_at is null""")
                        .param("account", accountId)
                        .param("code", code)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    int recoveryCodesLeft(long accountId) {
        return jdbc.sql("select count(*) from account_recovery_code where account_id = :account and used_at is null")
                .param("account", accountId)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void delete(long accountId) {
        jdbc.sql("delete from account_totp where account_id = :account")
                .param("account", accountId)
                .update();
        jdbc.sql("delete from account_recovery_code where account_id = :account")
                .param("account", accountId)
                .update();
    }

    /** A second factor as stored. */
    record TotpRow(byte[] secretSealed, Instant started, boolean confirmed) {}
}
