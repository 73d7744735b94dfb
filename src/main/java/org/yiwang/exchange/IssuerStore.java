package org.yiwang.exchange;

import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;
import org.yiwang.seal.Algorithm;
import org.yiwang.seal.PublicKey;

/** Platforms that are trusted or proposed, with their keys. */
@Component
class IssuerStore {

    private final JdbcClient jdbc;

    IssuerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(IssuerView issuer, Instant at) {
        try {
            jdbc.sql("""
                            insert into exchange_issuer (issuer_id, origin, name, key_id, algorithm, public_key, address,
                                trusted_by, trusted_at)
                            values (:id, :origin, :name, :keyId, :algorithm, :key, :address, :by, :at)""")
                    .param("id", issuer.issuerId())
                    .param("origin", issuer.origin())
                    .param("name", issuer.name())
                    .param("keyId", issuer.key().id())
                    .param("algorithm", issuer.key().algorithm().name())
                    .param("key", issuer.key().encoded())
                    .param("address", issuer.address(), Types.VARCHAR)
                    .param("by", issuer.proposedBy())
                    .param("at", utc(at))
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refusal(ExchangeProblem.ISSUER_KNOWN);
        }
    }

    List<IssuerView> list() {
        return jdbc.sql("select * from exchange_issuer where withdrawn_at is null order by name, issuer_id")
                .query((row, i) -> view(row))
                .list();
    }

    /** One that is proposed or trusted, locked. */
    Optional<IssuerView> lock(long issuerId) {
        return jdbc.sql("select * from exchange_issuer where issuer_id = :id and withdrawn_at is null for update")
                .param("id", issuerId)
                .query((row, i) -> view(row))
                .optional();
    }

    void confirm(long issuerId, long by, Instant at) {
        jdbc.sql("update exchange_issuer set confirmed_by = :by, confirmed_at = :at where issuer_id = :id")
                .param("by", by)
                .param("at", utc(at))
                .param("id", issuerId)
                .update();
    }

    Optional<IssuerView> trusted(String keyId) {
        return jdbc.sql("""
                        select * from exchange_issuer
                        where key_id = :key and confirmed_at is not null and withdrawn_at is null""").param("key", keyId).query((row, i) -> view(row)).optional();
    }

    /** Those with this key that ever were trusted, even if they are so no longer. */
    List<IssuerView> everPinned(String keyId) {
        return jdbc.sql("select * from exchange_issuer where key_id = :key and confirmed_at is not null")
                .param("key", keyId)
                .query((row, i) -> view(row))
                .list();
    }

    void withdraw(long issuerId, Instant at) {
        jdbc.sql("update exchange_issuer set withdrawn_at = :at where issuer_id = :id")
                .param("at", utc(at))
                .param("id", issuerId)
                .update();
    }

    private static IssuerView view(ResultSet row) throws SQLException {
        return new IssuerView(
                row.getLong("issuer_id"),
                row.getString("origin"),
                row.getString("name"),
                new PublicKey(Algorithm.valueOf(row.getString("algorithm")), row.getBytes("public_key")),
                row.getString("address"),
                row.getLong("trusted_by"),
                row.getObject("confirmed_by", Long.class),
                instantOrNull(row, "confirmed_at"));
    }
}
