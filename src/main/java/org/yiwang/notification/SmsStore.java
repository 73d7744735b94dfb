package org.yiwang.notification;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Ids;
import org.yiwang.platform.Vault;

/** SQL of the queue of text messages. */
@Repository
class SmsStore {

    private static final String SEPARATOR = "\u001f";

    private final JdbcClient jdbc;
    private final Vault vault;

    SmsStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(@Nullable Long account, String mobile, String key, List<String> args, Instant at) {
        jdbc.sql("""
                        insert into notification_sms
                            (id, account_id, sealed_number, number_digest, key, sealed_args, queued_at, next_at)
                        values (:id, :account, :number, :digest, :key, :args, :at, :at)""")
                .param("id", Ids.next())
                .param("account", account, Types.BIGINT)
                .param("number", vault.seal(mobile))
                .param("digest", vault.digest(mobile))
                .param("key", key)
                .param("args", vault.seal(String.join(SEPARATOR, args)))
                .param("at", utc(at))
                .update();
    }

    void insert(Map<Long, String> mobilesByAccount, String key, List<String> args, Instant at) {
        List<Long> accounts = List.copyOf(mobilesByAccount.keySet());
        List<String> mobiles = accounts.stream()
                .map(account -> Objects.requireNonNull(mobilesByAccount.get(account)))
                .toList();
        jdbc.sql("""
                        insert into notification_sms
                            (id, account_id, sealed_number, number_digest, key, sealed_args, queued_at, next_at)
                        select i, a, n, d, :key, :args, :at, :at
                        from unnest(:ids::bigint[], :accounts::bigint[], :numbers::bytea[], :digests::bytea[])
                            as t(i, a, n, d)""")
                .param("ids", accounts.stream().map(_ -> Ids.next()).toArray(Long[]::new))
                .param("accounts", accounts.toArray(Long[]::new))
                .param("numbers", mobiles.stream().map(vault::seal).toArray(byte[][]::new))
                .param("digests", mobiles.stream().map(vault::digest).toArray(byte[][]::new))
                .param("key", key)
                .param("args", vault.seal(String.join(SEPARATOR, args)))
                .param("at", utc(at))
                .update();
    }

    /**
     * Takes messages that are due. Whoever takes one has the lease to send it; when the node dies meanwhile another takes
     * it again afterwards, so a message may rarely be sent twice but is never lost.
     */
    List<Due> take(int most, Instant now, Duration lease) {
        return jdbc.sql("""
                        update notification_sms set attempts = attempts + 1, next_at = :until
                        where id in (
                            select id from notification_sms where state = 'queued' and next_at <= :now
                            order by next_at limit :most for update skip locked)
                        returning id, sealed_number, key, sealed_args, attempts, queued_at""")
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .param("most", most)
                .query((row, i) -> new Due(
                        row.getLong("id"),
                        new TextMessage(
                                vault.open(row.getBytes("sealed_number")),
                                row.getString("key"),
                                args(row.getBytes("sealed_args"))),
                        row.getInt("attempts"),
                        instant(row, "queued_at")))
                .list();
    }

    void sent(Due due, Instant at, boolean keepText) {
        finish(due, "sent", at, keepText);
        log(due, "sent", "", at);
    }

    void failed(Due due, Instant at, String why, boolean keepText) {
        finish(due, "failed", at, keepText);
        log(due, "refused", why, at);
    }

    void retry(Due due, Instant at, Instant next, String why) {
        jdbc.sql("update notification_sms set next_at = :next where id = :id and state = 'queued'")
                .param("id", due.id)
                .param("next", utc(next))
                .update();
        log(due, "retry", why, at);
    }

    int deleteOlderThan(Instant moment) {
        return jdbc.sql("delete from notification_sms where queued_at < :moment")
                .param("moment", utc(moment))
                .update();
    }

    /** The newest messages to a number, or to all, whose text is still kept. */
    List<Kept> newest(@Nullable String mobile, int most) {
        return jdbc.sql("""
                        select sealed_number, key, sealed_args, state, queued_at from notification_sms
                        where sealed_args is not null and (:digest::bytea is null or number_digest = :digest)
                        order by id desc limit :most""")
                .param("digest", mobile == null ? null : vault.digest(mobile), Types.BINARY)
                .param("most", most)
                .query((row, i) -> new Kept(
                        new TextMessage(
                                vault.open(row.getBytes("sealed_number")),
                                row.getString("key"),
                                args(row.getBytes("sealed_args"))),
                        row.getString("state"),
                        instant(row, "queued_at")))
                .list();
    }

    private void finish(Due due, String state, Instant at, boolean keepText) {
        jdbc.sql("""
                        update notification_sms set state = :state, done_at = :at,
                            sealed_args = case when :keep then sealed_args end
                        where id = :id""")
                .param("id", due.id)
                .param("state", state)
                .param("at", utc(at))
                .param("keep", keepText)
                .update();
    }

    private void log(Due due, String outcome, String detail, Instant at) {
        jdbc.sql("""
                        insert into notification_sms_attempt (sms_id, attempt, at, outcome, detail)
                        values (:id, :attempt, :at, :outcome, :detail) on conflict do nothing""")
                .param("id", due.id)
                .param("attempt", due.attempt)
                .param("at", utc(at))
                .param("outcome", outcome)
                .param("detail", detail)
                .update();
    }

    private List<String> args(byte[] sealed) {
        String joined = vault.open(sealed);
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR, -1));
    }

    /** A message whose text is still there. */
    record Kept(TextMessage message, String state, Instant at) {}

    /**
     * A message to be sent now.
     *
     * @param attempt number of this attempt, from 1
     */
    record Due(long id, TextMessage message, int attempt, Instant queuedAt) {}
}
