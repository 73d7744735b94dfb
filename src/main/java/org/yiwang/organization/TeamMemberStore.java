package org.yiwang.organization;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;
import static org.yiwang.platform.Moments.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;

/** Memberships, one row per spell, and the wrong pass-codes. */
@Component
class TeamMemberStore {

    private final JdbcClient jdbc;

    TeamMemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isMember(long organizationId, long accountId) {
        return jdbc.sql("""
                        select exists (
                            select 1 from organization_member
                            where account_id = :account and organization_id = :organization and state = 'MEMBER')""")
                .param("account", accountId)
                .param("organization", organizationId)
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    /** Those of the accounts that are members of one of the organizations or of one below; one query. */
    Set<Long> among(Long[] organizations, Collection<Long> accountIds) {
        return Set.copyOf(jdbc.sql("""
                        select distinct m.account_id
                        from organization_member m join organization o on o.id = m.organization_id
                        where m.account_id = any(:accounts) and m.state = 'MEMBER' and o.ancestors && :organizations""")
                .param("accounts", accountIds.toArray(Long[]::new))
                .param("organizations", organizations)
                .query((row, i) -> row.getLong(1))
                .list());
    }

    /** Those of the accounts that are members of an organization of which this one is too. */
    Set<Long> together(long accountId, Collection<Long> accountIds) {
        return Set.copyOf(jdbc.sql("""
                        select distinct m.account_id
                        from organization_member own join organization_member m on m.organization_id = own.organization_id
                        where own.account_id = :account and own.state = 'MEMBER'
                          and m.account_id = any(:accounts) and m.state = 'MEMBER'""")
                .param("account", accountId)
                .param("accounts", accountIds.toArray(Long[]::new))
                .query((row, i) -> row.getLong(1))
                .list());
    }

    /** Those of the accounts that joined the organization before that moment and are members still; one query. */
    Set<Long> sinceBefore(long organizationId, Collection<Long> accountIds, Instant moment) {
        return Set.copyOf(jdbc.sql("""
                        select distinct account_id from organization_member
                        where account_id = any(:accounts) and organization_id = :organization and state = 'MEMBER'
                          and joined_at < :moment""")
                .param("accounts", accountIds.toArray(Long[]::new))
                .param("organization", organizationId)
                .param("moment", utc(moment))
                .query((row, i) -> row.getLong(1))
                .list());
    }

    /** The membership that lasts or waits, if there is one. */
    Optional<Member> findLive(long organizationId, long accountId) {
        return jdbc.sql("""
                        select account_id, id, organization_id, state, how, message, asked_at, joined_at
                        from organization_member
                        where account_id = :account and organization_id = :organization
                          and state in ('ASKED', 'INVITED', 'MEMBER')""")
                .param("account", accountId)
                .param("organization", organizationId)
                .query((row, i) -> member(row))
                .optional();
    }

    /** Begins a spell; false if one lasts or waits already. */
    boolean add(Member member, @Nullable Long decidedBy) {
        return jdbc.sql("""
                        insert into organization_member (account_id, id, organization_id, state, how, message, asked_at,
                            joined_at, decided_by)
                        values (:account, :id, :organization, :state, :how, :message, :askedAt, :joinedAt, :by)
                        on conflict (account_id, organization_id) where state in ('ASKED', 'INVITED', 'MEMBER') do nothing""")
                        .param("account", member.accountId())
                        .param("id", Ids.next())
                        .param("organization", member.organizationId())
                        .param("state", member.state().name())
                        .param("how", member.how().name())
                        .param("message", member.message())
                        .param("askedAt", utc(member.askedAt()))
                        .param("joinedAt", utcOrNull(member.joinedAt()))
                        .param("by", decidedBy)
                        .update()
                == 1;
    }

    /** Makes one who asked or was invited a member; false if that is decided already. */
    boolean begin(long organizationId, long accountId, MemberView.State from, long by, Instant at) {
        return jdbc.sql("""
                        update organization_member set state = 'MEMBER', joined_at = :at, decided_by = :by
                        where account_id = :account and organization_id = :organization and state = :from""")
                        .param("account", accountId)
                        .param("organization", organizationId)
                        .param("from", from.name())
                        .param("by", by)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** Ends a spell; false if it is not in that state (any more). */
    boolean end(Member live, MemberView.State to, long by, @Nullable String reason, Instant at) {
        return jdbc.sql("""
                        update organization_member
                        set state = :to, ended_at = :at, decided_by = :by, reason = :reason
                        where account_id = :account and id = :id and state = :from""")
                        .param("account", live.accountId())
                        .param("id", live.id())
                        .param("from", live.state().name())
                        .param("to", to.name())
                        .param("by", by)
                        .param("reason", reason)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    List<Member> list(long organizationId, Collection<MemberView.State> states, int offset, int limit) {
        return jdbc.sql("""
                        select account_id, id, organization_id, state, how, message, asked_at, joined_at
                        from organization_member
                        where organization_id = :organization and state = any(:states)
                        order by coalesce(joined_at, asked_at), id offset :offset limit :limit""")
                .param("organization", organizationId)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> member(row))
                .list();
    }

    int count(long organizationId, MemberView.State state) {
        return jdbc.sql("select count(*) from organization_member where organization_id = :id and state = :state")
                .param("id", organizationId)
                .param("state", state.name())
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** The person's memberships that last or wait, and those asked for that were refused. */
    List<Member> listOf(long accountId) {
        return jdbc.sql("""
                        select distinct on (organization_id)
                               account_id, id, organization_id, state, how, message, asked_at, joined_at
                        from organization_member where account_id = :account
                        order by organization_id, id desc""")
                .param("account", accountId)
                .query((row, i) -> member(row))
                .list();
    }

    /** Counts a typed pass-code; returns how many there were today. */
    int countTry(long organizationId, long accountId, LocalDate day) {
        return jdbc.sql("""
                        insert into organization_pass_try (account_id, organization_id, day, tries)
                        values (:account, :organization, :day, 1)
                        on conflict (account_id, organization_id, day)
                        do update set tries = organization_pass_try.tries + 1
                        returning tries""")
                .param("account", accountId)
                .param("organization", organizationId)
                .param("day", day)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getLong("organization_id"),
                MemberView.State.valueOf(row.getString("state")),
                MemberView.How.valueOf(row.getString("how")),
                row.getString("message"),
                instant(row, "asked_at"),
                instantOrNull(row, "joined_at"));
    }

    /** A spell of membership. */
    record Member(
            long accountId,
            long id,
            long organizationId,
            MemberView.State state,
            MemberView.How how,
            @Nullable String message,
            Instant askedAt,
            @Nullable Instant joinedAt) {}
}
