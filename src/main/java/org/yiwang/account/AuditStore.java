package org.yiwang.account;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;
import static org.yiwang.platform.Moments.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Scope;

/** SQL of the audit trail: inserts and reads only, the database refuses the rest. */
@Component
class AuditStore {

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            Actor who, String what, String subject, @Nullable String why, @Nullable RegionCode region, Instant now) {
        String[] regions = who.grants().stream()
                .map(g -> g.scope() instanceof Scope.InRegion(RegionCode r) ? r.value() : null)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        jdbc.sql("""
                        insert into account_audit
                            (id, at, account_id, actor_name, session_id, what, subject, why, region_code, actor_regions)
                        values (:id, :now, :account, :name, :session, :what, :subject, :why, :region, :regions)""")
                .param("id", Ids.next())
                .param("now", utc(now))
                .param("account", who.accountId())
                .param("name", who.name())
                .param("session", who.sessionId())
                .param("what", what)
                .param("subject", subject)
                .param("why", why)
                .param("region", region == null ? null : region.value())
                .param("regions", regions)
                .update();
    }

    /** Newest first. Rows of a region, or by somebody who holds a role there; all of them where a pattern covers the city. */
    List<AuditRow> list(AuditFilter filter, String[] patterns, boolean everything, int limit) {
        return jdbc.sql("""
                        select id, at, account_id, actor_name, what, subject, why from account_audit
                        where (:everything or region_code like any(:patterns)
                               or exists (select from unnest(actor_regions) r where r like any(:patterns)))
                          and (:who = '' or actor_name like '%' || :who || '%')
                          and (:account::bigint is null or account_id = :account)
                          and what like :what || '%'
                          and (:subject = '' or subject like '%' || :subject || '%')
                          and (:from::timestamptz is null or at >= :from)
                          and (:to::timestamptz is null or at < :to)
                        order by at desc, id desc offset :offset limit :limit""")
                .param("everything", everything)
                .param("patterns", patterns)
                .param("who", filter.who())
                .param("account", filter.accountId())
                .param("what", filter.what())
                .param("subject", filter.subject())
                .param("from", utcOrNull(filter.from()))
                .param("to", utcOrNull(filter.to()))
                .param("offset", (filter.page() - 1) * (limit - 1))
                .param("limit", limit)
                .query((row, i) -> row(row))
                .list();
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                instant(row, "at"),
                row.getLong("account_id"),
                row.getString("actor_name"),
                row.getString("what"),
                row.getString("subject"),
                row.getString("why"));
    }
}
