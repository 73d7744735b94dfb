package org.yiwang.account;

import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of {@code account} and of the claims of mobile numbers. */
@Component
class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims the number for the account; false if another one has it. */
    boolean claim(byte[] digest, long accountId, Instant now) {
        return jdbc.sql("""
                        insert into account_mobile (mobile_digest, account_id, since) values (:digest, :account, :now)
                        on conflict do nothing""")
                        .param("digest", digest)
                        .param("account", accountId)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void release(long accountId) {
        jdbc.sql("delete from account_mobile where account_id = :account")
                .param("account", accountId)
                .update();
    }

    void insert(long id, String name, byte[] mobileSealed, @Nullable String passwordHash, Instant now) {
        jdbc.sql("""
                        insert into account (id, name, mobile_sealed, password_hash, password_set_at, state, created_at)
                        values (:id, :name, :mobile, :hash, case when :hash::text is null then null else :now end,
                                'OPEN', :now)""")
                .param("id", id)
                .param("name", name)
                .param("mobile", mobileSealed)
                .param("hash", passwordHash)
                .param("now", utc(now))
                .update();
    }

    Optional<AccountRow> find(long id) {
        return jdbc.sql("select id, name, mobile_sealed, password_hash, state from account where id = :id")
                .param("id", id)
                .query(AccountStore::row)
                .optional();
    }

    List<AccountRow> findAll(Collection<Long> ids) {
        return jdbc.sql("select id, name, mobile_sealed, password_hash, state from account where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(AccountStore::row)
                .list();
    }

    Optional<AccountRow> findByMobile(byte[] digest) {
        return jdbc.sql("""
                        select a.id, a.name, a.mobile_sealed, a.password_hash, a.state
                        from account_mobile m join account a on a.id = m.account_id
                        where m.mobile_digest = :digest""").param("digest", digest).query(AccountStore::row).optional();
    }

    void setMobile(long id, byte[] sealed) {
        jdbc.sql("update account set mobile_sealed = :mobile where id = :id")
                .param("mobile", sealed)
                .param("id", id)
                .update();
    }

    void setPassword(long id, String hash, Instant now) {
        jdbc.sql("update account set password_hash = :hash, password_set_at = :now where id = :id")
                .param("hash", hash)
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    void setState(long id, String state) {
        jdbc.sql("update account set state = :state where id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }

    /** From one state to another; false if it was not in the first. */
    boolean move(long id, String from, String to) {
        return jdbc.sql("update account set state = :to where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    private static AccountRow row(ResultSet row, int i) throws SQLException {
        return new AccountRow(
                row.getLong("id"),
                row.getString("name"),
                row.getBytes("mobile_sealed"),
                row.getString("password_hash"),
                row.getString("state"));
    }

    /**
     * A row of {@code account}.
     *
     * @param state OPEN, STOPPED by an office, or RESTRICTED: closed by the person
     */
    record AccountRow(
            long id,
            String name,
            byte[] mobileSealed,
            @Nullable String passwordHash,
            String state) {

        /** Whether its owner may sign in. */
        boolean open() {
            return state.equals("OPEN");
        }
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from account)")
                .query((row, i) -> row.getBoolean(1))
                .single();
    }
}
