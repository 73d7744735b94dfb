package org.yiwang.organization;

import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts as dated history, and who accepted the honesty agreement. */
@Component
class TeamPostStore {

    private static final String COLUMNS = """
            select id, organization_id, post, account_id, how, chosen_on, record, given_by, begun_at, ended_at, end_reason
            from organization_post
            """;

    private final JdbcClient jdbc;

    TeamPostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a post; false if the person holds it or is offered it already. */
    boolean add(Held post, Instant at) {
        return jdbc.sql("""
                        insert into organization_post (organization_id, id, post, account_id, how, chosen_on, record,
                            given_by, given_at)
                        values (:organization, :id, :post, :account, :how, :chosenOn, :record, :by, :at)
                        on conflict (organization_id, post, account_id) where ended_at is null do nothing""")
                        .param("organization", post.organizationId())
                        .param("id", post.id())
                        .param("post", post.post().name())
                        .param("account", post.accountId())
                        .param("how", post.how().name())
                        .param("chosenOn", post.chosenOn())
                        .param("record", post.record())
                        .param("by", post.givenBy())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    Optional<Held> find(long organizationId, long id) {
        return jdbc.sql(COLUMNS + "where organization_id = :organization and id = :id")
                .param("organization", organizationId)
                .param("id", id)
                .query((row, i) -> held(row))
                .optional();
    }

    /** All that ever were, those that last first. */
    List<Held> history(long organizationId) {
        return jdbc.sql(COLUMNS + """
                        where organization_id = :organization
                        order by ended_at is not null, post, chosen_on desc, id desc limit 500""")
                .param("organization", organizationId)
                .query((row, i) -> held(row))
                .list();
    }

    /** Posts that the person holds or is offered, anywhere. */
    List<Held> ofPerson(long accountId) {
        return jdbc.sql(COLUMNS + "where account_id = :account and ended_at is null order by organization_id, id")
                .param("account", accountId)
                .query((row, i) -> held(row))
                .list();
    }

    /** Posts held in the organization now; the rows stay locked until the transaction ends. */
    List<Held> lockHeld(long organizationId) {
        return jdbc.sql(COLUMNS + """
                        where organization_id = :organization and ended_at is null and begun_at is not null
                        order by id for update""")
                .param("organization", organizationId)
                .query((row, i) -> held(row))
                .list();
    }

    List<Long> leaders(long organizationId) {
        return jdbc.sql("""
                        select distinct account_id from organization_post
                        where organization_id = :organization and ended_at is null and begun_at is not null
                        order by account_id""")
                .param("organization", organizationId)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Who holds a post now, by organization. */
    Map<Long, List<Long>> leaders(Collection<Long> organizationIds) {
        Map<Long, List<Long>> leaders = new HashMap<>();
        jdbc.sql("""
                        select distinct organization_id, account_id from organization_post
                        where organization_id = any(:organizations) and ended_at is null and begun_at is not null
                        order by 1, 2""")
                .param("organizations", organizationIds.toArray(Long[]::new))
                .query(row -> {
                    leaders.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(row.getLong(2));
                });
        return leaders;
    }

    /** The post begins; false if it did already or is over. */
    boolean begin(long organizationId, long id, Instant at) {
        return jdbc.sql("""
                        update organization_post set begun_at = :at
                        where organization_id = :organization and id = :id and begun_at is null and ended_at is null""")
                        .param("organization", organizationId)
                        .param("id", id)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** The post ends; false if it is over already. */
    boolean end(long organizationId, long id, long by, @Nullable String reason, Instant at) {
        return jdbc.sql("""
                        update organization_post set ended_at = :at, ended_by = :by, end_reason = :reason
                        where organization_id = :organization and id = :id and ended_at is null""")
                        .param("organization", organizationId)
                        .param("id", id)
                        .param("by", by)
                        .param("reason", reason)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    boolean hasAccepted(long accountId, int version) {
        return jdbc.sql("""
                        select exists (select 1 from organization_honesty
                                       where account_id = :account and version = :version)""")
                .param("account", accountId)
                .param("version", version)
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    void accept(long accountId, int version, Instant at) {
        jdbc.sql("""
                        insert into organization_honesty (account_id, version, accepted_at)
                        values (:account, :version, :at) on conflict do nothing""")
                .param("account", accountId)
                .param("version", version)
                .param("at", utc(at))
                .update();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getLong("organization_id"),
                row.getLong("id"),
                Post.valueOf(row.getString("post")),
                row.getLong("account_id"),
                HowChosen.valueOf(row.getString("how")),
                row.getObject("chosen_on", LocalDate.class),
                row.getString("record"),
                row.getLong("given_by"),
                instantOrNull(row, "begun_at"),
                instantOrNull(row, "ended_at"),
                row.getString("end_reason"));
    }

    /** A post of somebody. */
    record Held(
            long organizationId,
            long id,
            Post post,
            long accountId,
            HowChosen how,
            LocalDate chosenOn,
            @Nullable String record,
            long givenBy,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable String endReason) {}
}
