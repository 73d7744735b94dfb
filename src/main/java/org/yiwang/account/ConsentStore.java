package org.yiwang.account;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Label;

/** SQL of notices and consents. */
@Component
class ConsentStore {

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Document> current(String key, LocalDate today) {
        return jdbc.sql("""
                        select key, version, effective_from, title_zh, title_en, text_zh, text_en
                        from account_document where key = :key and effective_from <= :today
                        order by version desc limit 1""")
                .param("key", key)
                .param("today", today)
                .query((row, i) -> document(row))
                .optional();
    }

    Optional<Document> version(String key, int version) {
        return jdbc.sql("""
                        select key, version, effective_from, title_zh, title_en, text_zh, text_en
                        from account_document where key = :key and version = :version""")
                .param("key", key)
                .param("version", version)
                .query((row, i) -> document(row))
                .optional();
    }

    List<Document> versions(String key, LocalDate today) {
        return jdbc.sql("""
                        select key, version, effective_from, title_zh, title_en, text_zh, text_en
                        from account_document where key = :key and effective_from <= :today order by version desc""")
                .param("key", key)
                .param("today", today)
                .query((row, i) -> document(row))
                .list();
    }

    void accept(long accountId, String key, int version, Instant now) {
        jdbc.sql("""
                        insert into account_consent (account_id, document, version, accepted_at)
                        values (:account, :key, :version, :now) on conflict do nothing""")
                .param("account", accountId)
                .param("key", key)
                .param("version", version)
                .param("now", utc(now))
                .update();
    }

    /** How many consents that held were withdrawn. */
    int withdraw(long accountId, String key, Instant now) {
        return jdbc.sql("""
                        update account_consent set withdrawn_at = :now
                        where account_id = :account and document = :key and withdrawn_at is null""")
                .param("account", accountId)
                .param("key", key)
                .param("now", utc(now))
                .update();
    }

    boolean has(long accountId, String key, LocalDate today) {
        return jdbc.sql("""
                        select exists (select from account_consent
                        where account_id = :account and document = :key and withdrawn_at is null
                          and version = (select max(version) from account_document
                                         where key = :key and effective_from <= :today))""")
                .param("account", accountId)
                .param("key", key)
                .param("today", today)
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    List<Consents.ConsentView> list(long accountId) {
        return jdbc.sql("""
                        select c.document, c.version, c.accepted_at, c.withdrawn_at, d.title_zh, d.title_en
                        from account_consent c join account_document d on d.key = c.document and d.version = c.version
                        where c.account_id = :account order by c.accepted_at desc, c.document""")
                .param("account", accountId)
                .query((row, i) -> new Consents.ConsentView(
                        row.getString("document"),
                        row.getInt("version"),
                        new Label(row.getString("title_zh"), row.getString("title_en")),
                        instant(row, "accepted_at"),
                        instantOrNull(row, "withdrawn_at")))
                .list();
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getString("key"),
                row.getInt("version"),
                row.getObject("effective_from", LocalDate.class),
                new Label(row.getString("title_zh"), row.getString("title_en")),
                new Label(row.getString("text_zh"), row.getString("text_en")));
    }
}
