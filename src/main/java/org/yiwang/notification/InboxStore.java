package org.yiwang.notification;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.Array;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Ids;

/** SQL of the inbox and of what people wish to be told. */
@Repository
class InboxStore {

    /** More unread than this is not counted out: the page says 99+. */
    private static final int COUNTED = 100;

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Collection<Long> accounts, Notice notice, Instant at) {
        jdbc.sql("""
                        insert into notification_inbox (account_id, id, key, args, link, urgent, at)
                        select account, id, :key, :args, :link, :urgent, :at
                        from unnest(:accounts::bigint[], :ids::bigint[]) as told (account, id)""")
                .param("accounts", accounts.toArray(Long[]::new))
                .param("ids", accounts.stream().map(a -> Ids.next()).toArray(Long[]::new))
                .param("key", notice.key())
                .param("args", notice.args().toArray(String[]::new))
                .param("link", notice.link())
                .param("urgent", notice.urgent())
                .param("at", utc(at))
                .update();
    }

    int countUnread(long account) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from notification_inbox where account_id = :account and read_at is null limit :most
                        ) waiting""")
                .param("account", account)
                .param("most", COUNTED)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    List<NoticeView> list(long account, boolean unreadOnly, int offset, int limit) {
        return jdbc.sql("""
                        select id, key, args, link, urgent, at, read_at is not null as read from notification_inbox
                        where account_id = :account and (not :unread or read_at is null)
                        order by id desc offset :offset limit :limit""")
                .param("account", account)
                .param("unread", unreadOnly)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> new NoticeView(
                        row.getLong("id"),
                        new Notice(
                                row.getString("key"),
                                texts(row.getArray("args")),
                                row.getString("link"),
                                row.getBoolean("urgent")),
                        instant(row, "at"),
                        row.getBoolean("read")))
                .list();
    }

    /** The link of a notice, which is thereby read; empty if the person has no such notice. */
    Optional<String> read(long account, long id, Instant at) {
        return jdbc.sql("""
                        update notification_inbox set read_at = coalesce(read_at, :at)
                        where account_id = :account and id = :id returning link""")
                .param("account", account)
                .param("id", id)
                .param("at", utc(at))
                .query((row, i) -> row.getString(1))
                .optional();
    }

    void readAll(long account, Instant at) {
        jdbc.sql("update notification_inbox set read_at = :at where account_id = :account and read_at is null")
                .param("account", account)
                .param("at", utc(at))
                .update();
    }

    Map<String, Boolean> preferences(long account) {
        return jdbc
                .sql("select kind, sms from notification_preference where account_id = :account")
                .param("account", account)
                .query((row, i) -> Map.entry(row.getString(1), row.getBoolean(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of the accounts who do not want text messages of that kind. */
    Set<Long> withoutSms(Collection<Long> accounts, String kind) {
        return jdbc.sql("""
                        select account_id from notification_preference
                        where account_id = any(:accounts) and kind = :kind and not sms""")
                .param("accounts", accounts.toArray(Long[]::new))
                .param("kind", kind)
                .query((row, i) -> row.getLong(1))
                .set();
    }

    void prefer(long account, String kind, boolean sms) {
        jdbc.sql("""
                        insert into notification_preference (account_id, kind, sms) values (:account, :kind, :sms)
                        on conflict (account_id, kind) do update set sms = excluded.sms""")
                .param("account", account)
                .param("kind", kind)
                .param("sms", sms)
                .update();
    }

    private static List<String> texts(Array array) throws java.sql.SQLException {
        return List.of((String[]) array.getArray());
    }
}
