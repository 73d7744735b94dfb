package org.yiwang.account;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;

/** SQL of {@code account_grant}. */
@Component
class GrantStore {

    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was not held before. */
    boolean insert(long accountId, Grant grant, long by, String why, Instant now) {
        return jdbc.sql("""
                        insert into account_grant
                            (account_id, id, role, region_code, organization_id, from_at, given_by, why)
                        values (:account, :id, :role, :region, :organization, :now, :by, :why)
                        on conflict (account_id, role, coalesce(region_code, ''), coalesce(organization_id, 0))
                            where to_at is null do nothing""")
                        .param("account", accountId)
                        .param("id", Ids.next())
                        .param("role", grant.role().name())
                        .param("region", region(grant.scope()))
                        .param("organization", organization(grant.scope()))
                        .param("now", utc(now))
                        .param("by", by)
                        .param("why", why)
                        .update()
                == 1;
    }

    /** Whether it was held before. */
    boolean end(long accountId, Grant grant, long by, String why, Instant now) {
        return jdbc.sql("""
                        update account_grant set to_at = :now, taken_by = :by, taken_why = :why
                        where account_id = :account and role = :role and to_at is null
                          and region_code is not distinct from :region
                          and organization_id is not distinct from :organization""")
                        .param("account", accountId)
                        .param("role", grant.role().name())
                        .param("region", region(grant.scope()))
                        .param("organization", organization(grant.scope()))
                        .param("now", utc(now))
                        .param("by", by)
                        .param("why", why)
                        .update()
                == 1;
    }

    /** Ends all grants of an account. */
    void endAll(long accountId, long by, String why, Instant now) {
        jdbc.sql("""
                        update account_grant set to_at = :now, taken_by = :by, taken_why = :why
                        where account_id = :account and to_at is null""")
                .param("account", accountId)
                .param("now", utc(now))
                .param("by", by)
                .param("why", why)
                .update();
    }

    List<Grant> of(long accountId) {
        return jdbc.sql("""
                        select role, region_code, organization_id from account_grant
                        where account_id = :account and to_at is null order by id""")
                .param("account", accountId)
                .query((row, i) -> new Grant(Role.valueOf(row.getString("role")), scope(row)))
                .list();
    }

    List<Long> holders(Role role, Scope scope) {
        return jdbc.sql("""
                        select account_id from account_grant
                        where role = :role and to_at is null
                          and region_code is not distinct from :region
                          and organization_id is not distinct from :organization
                        order by account_id""")
                .param("role", role.name())
                .param("region", region(scope))
                .param("organization", organization(scope))
                .query((row, i) -> row.getLong(1))
                .list();
    }

    List<Long> reaching(List<Role> roles, RegionCode region) {
        return jdbc.sql("""
                        select distinct account_id from account_grant
                        where role = any(:roles) and to_at is null and starts_with(:region, region_code)
                        order by account_id""")
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("region", region.value())
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** The earliest of the live grants of these roles at these organizations. */
    Optional<Instant> heldSince(long accountId, List<Role> roles, Collection<Long> organizations) {
        return jdbc.sql("""
                        select from_at from account_grant
                        where account_id = :account and to_at is null and role = any(:roles)
                          and organization_id = any(:organizations)
                        order by from_at limit 1""")
                .param("account", accountId)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("organizations", organizations.toArray(Long[]::new))
                .query((row, i) -> instant(row, "from_at"))
                .optional();
    }

    /** The earliest of the live grants of these roles at regions that contain this one. */
    Optional<Instant> heldSince(long accountId, List<Role> roles, RegionCode region) {
        return jdbc.sql("""
                        select from_at from account_grant
                        where account_id = :account and to_at is null and role = any(:roles)
                          and starts_with(:region, region_code)
                        order by from_at limit 1""")
                .param("account", accountId)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("region", region.value())
                .query((row, i) -> instant(row, "from_at"))
                .optional();
    }

    /** Live grants at regions that fit the patterns and the wanted region, larger regions first. */
    List<HolderRow> holdersWithin(String[] patterns, String within, String name, int offset, int limit) {
        return jdbc.sql("""
                        select g.account_id, g.id, g.role, g.region_code, g.organization_id, g.from_at, g.why,
                               a.name, a.mobile_sealed
                        from account_grant g join account a on a.id = g.account_id
                        where g.to_at is null and g.region_code like any(:patterns)
                          and g.region_code like :within || '%' and a.name like '%' || :name || '%'
                        order by length(g.region_code), g.region_code, g.role, g.id
                        offset :offset limit :limit""")
                .param("patterns", patterns)
                .param("within", within)
                .param("name", name)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> holder(row))
                .list();
    }

    Optional<HolderRow> find(long accountId, long grantId) {
        return jdbc.sql("""
                        select g.account_id, g.id, g.role, g.region_code, g.organization_id, g.from_at, g.why,
                               a.name, a.mobile_sealed
                        from account_grant g join account a on a.id = g.account_id
                        where g.account_id = :account and g.id = :id and g.to_at is null""")
                .param("account", accountId)
                .param("id", grantId)
                .query((row, i) -> holder(row))
                .optional();
    }

    /** Live holders of a role anywhere; locks their rows, so that two do not take the last two away at once. */
    List<Long> lockHolders(Role role) {
        return jdbc.sql("select account_id from account_grant where role = :role and to_at is null for update")
                .param("role", role.name())
                .query((row, i) -> row.getLong(1))
                .list();
    }

    private static HolderRow holder(ResultSet row) throws SQLException {
        return new HolderRow(
                row.getLong("account_id"),
                row.getLong("id"),
                new Grant(Role.valueOf(row.getString("role")), scope(row)),
                instant(row, "from_at"),
                row.getString("why"),
                row.getString("name"),
                row.getBytes("mobile_sealed"));
    }

    private static Scope scope(ResultSet row) throws SQLException {
        String region = row.getString("region_code");
        return region != null
                ? new Scope.InRegion(new RegionCode(region))
                : new Scope.InOrganization(row.getLong("organization_id"));
    }

    /** Reads {@code ROLE:r420100} or {@code ROLE:o123}, joined by blanks, as the session query gathers them. */
    static List<Grant> parse(@Nullable String gathered) {
        if (gathered == null) {
            return List.of();
        }
        return Arrays.stream(gathered.split(" "))
                .map(one -> {
                    int colon = one.indexOf(':');
                    String scope = one.substring(colon + 2);
                    return new Grant(
                            Role.valueOf(one.substring(0, colon)),
                            one.charAt(colon + 1) == 'r'
                                    ? new Scope.InRegion(new RegionCode(scope))
                                    : new Scope.InOrganization(Long.parseLong(scope)));
                })
                .toList();
    }

    @Nullable
    private static String region(Scope scope) {
        return scope instanceof Scope.InRegion(RegionCode region) ? region.value() : null;
    }

    @Nullable
    private static Long organization(Scope scope) {
        return scope instanceof Scope.InOrganization(long organization) ? organization : null;
    }

    /** A live grant with its holder. */
    record HolderRow(
            long accountId, long id, Grant grant, Instant from, String why, String name, byte[] mobileSealed) {}
}
