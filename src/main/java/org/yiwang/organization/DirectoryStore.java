package org.yiwang.organization;

import static org.yiwang.platform.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;

/** Lists of organizations for pages: the public one, the review queue, what stands below. */
@Component
class DirectoryStore {

    private static final String CARD = """
            select o.id, o.name, o.region_code, o.state, o.team_type, o.kinds, o.categories, o.join_policy,
                   o.renewal_asked_at is not null as renewal_asked, o.changed_at,
                   (select count(*) from organization_member m
                    where m.organization_id = o.id and m.state = 'MEMBER') as members
            from organization o
            """;

    private final JdbcClient jdbc;

    DirectoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Approved organizations that are not stopped, by name; one row more than asked for if there are more. */
    List<OrganizationCard> list(OrganizationFilter filter, int offset, int limit) {
        String text = SearchText.fold(filter.text());
        StringBuilder sql = new StringBuilder(CARD).append("where o.state in ('ACTIVE', 'EXPIRED')");
        if (filter.region() != null) {
            sql.append(" and o.region_code like :region");
        }
        if (!filter.kind().isEmpty()) {
            sql.append(" and o.kinds @> array[:kind]::text[]");
        }
        if (!filter.category().isEmpty()) {
            sql.append(" and o.categories @> array[:category]::text[]");
        }
        if (!text.isEmpty()) {
            sql.append(" and o.search_grams @> :grams::text[] and strpos(o.search_text, :text) > 0");
        }
        RegionCode region = filter.region();
        return jdbc.sql(sql.append(" order by o.name, o.id offset :offset limit :limit")
                        .toString())
                .param("region", region == null ? "" : region.value() + "%")
                .param("kind", filter.kind())
                .param("category", filter.category())
                .param("grams", SearchText.wanted(text))
                .param("text", text)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> card(row))
                .list();
    }

    /** What lies in reach for review, in one of the states or with a renewal waiting; longest waiting first. */
    List<OrganizationCard> queue(
            String[] regionPatterns,
            Long[] organizations,
            Collection<OrganizationState> states,
            boolean renewals,
            int offset,
            int limit) {
        return jdbc.sql(CARD + """
                        where (o.region_code like any(:patterns)
                               or (o.ancestors && :organizations and array_remove(o.ancestors, o.id) && :organizations))
                          and (o.state = any(:states) or (:renewals and o.renewal_asked_at is not null))
                        order by coalesce(o.renewal_asked_at, o.changed_at), o.id offset :offset limit :limit""")
                .param("patterns", regionPatterns)
                .param("organizations", organizations)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("renewals", renewals)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> card(row))
                .list();
    }

    /** Children in either tree, those that wait first. */
    List<OrganizationCard> children(long parent) {
        return jdbc.sql(CARD + """
                        where o.id in (select child_id from organization_parent where parent_id = :parent)
                          and o.state <> 'WITHDRAWN'
                        order by o.state = 'WAITING' desc, o.name, o.id""")
                .param("parent", parent)
                .query((row, i) -> card(row))
                .list();
    }

    /** Active organizations attached to one of the regions, larger regions first; what a new one can stand below. */
    List<OrganizationProfile.Named> active(List<String> regions, int limit) {
        return jdbc.sql("""
                        select id, name from organization where region_code = any(:regions) and state = 'ACTIVE'
                        order by length(region_code), name, id limit :limit""")
                .param("regions", regions.toArray(String[]::new))
                .param("limit", limit)
                .query((row, i) -> new OrganizationProfile.Named(row.getLong(1), row.getString(2)))
                .list();
    }

    /** Teams that a unit hosts. */
    List<OrganizationCard> ofUnit(long unit) {
        return jdbc.sql(CARD + """
                        where o.unit_id = :unit and o.state in ('ACTIVE', 'EXPIRED') order by o.name, o.id""")
                .param("unit", unit)
                .query((row, i) -> card(row))
                .list();
    }

    private static OrganizationCard card(ResultSet row) throws SQLException {
        return new OrganizationCard(
                row.getLong("id"),
                row.getString("name"),
                new RegionCode(row.getString("region_code")),
                OrganizationState.valueOf(row.getString("state")),
                row.getString("team_type"),
                OrganizationStore.texts(row, "kinds"),
                OrganizationStore.texts(row, "categories"),
                row.getInt("members"),
                JoinPolicy.of(row.getInt("join_policy")),
                row.getBoolean("renewal_asked"),
                instant(row, "changed_at"));
    }
}
