package org.yiwang.account;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Grant;

/** SQL of {@code account_session}. */
@Component
class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SessionRow session, Instant now) {
        jdbc.sql("""
                        insert into account_session
                            (account_id, id, kind, agent, address, created_at, expires_at, idle_minutes,
                             second_factor_at)
                        values (:account, :id, :kind, :agent, :address, :now, :expires, :idle, :factor)""")
                .param("account", session.accountId)
                .param("id", session.id)
                .param("kind", session.kind.name())
                .param("agent", session.agent)
                .param("address", session.address)
                .param("now", utc(now))
                .param("expires", utc(session.expires))
                .param("idle", session.idleMinutes)
                .param("factor", session.secondFactor ? utc(now) : null)
                .update();
    }

    /** The sessions asked for, in one query; ended ones and those of closed accounts are left out. */
    List<LiveRow> load(Long[] accounts, Long[] sessions) {
        return jdbc.sql("""
                        select s.account_id, s.id, s.kind, s.expires_at, s.idle_minutes, s.second_factor_at, a.name,
                               (select string_agg(g.role || ':' || coalesce('r' || g.region_code,
                                                                            'o' || g.organization_id), ' ')
                                from account_grant g
                                where g.account_id = s.account_id and g.to_at is null) as grants
                        from unnest(:accounts::bigint[], :sessions::bigint[]) as wanted (account_id, id)
                        join account_session s on s.account_id = wanted.account_id and s.id = wanted.id
                        join account a on a.id = s.account_id
                        where s.revoked_at is null and a.state = 'OPEN'""")
                .param("accounts", accounts)
                .param("sessions", sessions)
                .query((row, i) ->
                        new LiveRow(session(row), row.getString("name"), GrantStore.parse(row.getString("grants"))))
                .list();
    }

    List<Listed> list(long accountId, Instant now) {
        return jdbc.sql("""
                        select account_id, id, kind, agent, address, created_at, expires_at from account_session
                        where account_id = :account and revoked_at is null and expires_at > :now
                        order by created_at desc""")
                .param("account", accountId)
                .param("now", utc(now))
                .query((row, i) -> new Listed(
                        row.getLong("id"),
                        SessionKind.valueOf(row.getString("kind")),
                        row.getString("agent"),
                        row.getString("address"),
                        instant(row, "created_at"),
                        instant(row, "expires_at")))
                .list();
    }

    void revoke(long accountId, long sessionId, Instant now) {
        jdbc.sql("""
                        update account_session set revoked_at = :now
                        where account_id = :account and id = :id and revoked_at is null""")
                .param("account", accountId)
                .param("id", sessionId)
                .param("now", utc(now))
                .update();
    }

    /** Ends all sessions of the account but one (0 = all). */
    void revokeOthers(long accountId, long keep, Instant now) {
        jdbc.sql("""
                        update account_session set revoked_at = :now
                        where account_id = :account and id <> :keep and revoked_at is null""")
                .param("account", accountId)
                .param("keep", keep)
                .param("now", utc(now))
                .update();
    }

    void prove(long accountId, long sessionId, Instant until) {
        jdbc.sql("update account_session set proved_until = :until where account_id = :account and id = :id")
                .param("account", accountId)
                .param("id", sessionId)
                .param("until", utc(until))
                .update();
    }

    @Nullable
    Instant provedUntil(long accountId, long sessionId) {
        return jdbc.sql("""
                        select proved_until from account_session
                        where account_id = :account and id = :id and revoked_at is null""")
                .param("account", accountId)
                .param("id", sessionId)
                .query((row, i) -> java.util.Optional.ofNullable(instantOrNull(row, "proved_until")))
                .optional()
                .flatMap(o -> o)
                .orElse(null);
    }

    void secondFactorShown(long accountId, long sessionId, Instant now) {
        jdbc.sql("update account_session set second_factor_at = :now where account_id = :account and id = :id")
                .param("account", accountId)
                .param("id", sessionId)
                .param("now", utc(now))
                .update();
    }

    /** Forgets sessions that ended long ago (network logs are kept six months by the audit trail, not by these). */
    int sweep(Instant before) {
        return jdbc.sql("delete from account_session where expires_at < :before or revoked_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static SessionRow session(ResultSet row) throws SQLException {
        return new SessionRow(
                row.getLong("account_id"),
                row.getLong("id"),
                SessionKind.valueOf(row.getString("kind")),
                "",
                "",
                instant(row, "expires_at"),
                row.getInt("idle_minutes"),
                row.getObject("second_factor_at") != null);
    }

    /** A session as stored. */
    record SessionRow(
            long accountId,
            long id,
            SessionKind kind,
            String agent,
            String address,
            Instant expires,
            int idleMinutes,
            boolean secondFactor) {}

    /** A session that holds, with what makes up the actor. */
    record LiveRow(SessionRow session, String name, List<Grant> grants) {}

    /** A session as its owner sees it in the list. */
    record Listed(long id, SessionKind kind, String agent, String address, Instant created, Instant expires) {}
}
