package org.yiwang.organization;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The two trees. Every change recomputes {@code ancestors} of the moved organization and of all below it in the same
 * transaction; changes wait for each other, so that two moves made at once cannot close a circle.
 */
@Component
class TreeStore {

    /** Key of the advisory lock under which trees change: "orgtree" in ASCII. */
    private static final long LOCK = 0x6f726774726565L;

    private final JdbcClient jdbc;

    TreeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else changes the trees; held until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", LOCK)
                .query((row, i) -> true)
                .single();
    }

    /** Whether the one is the other or stands above it, in either tree. */
    boolean isAbove(long above, long below) {
        return jdbc.sql(
                        "select exists (select 1 from organization where id = :below and ancestors @> array[:above::bigint])")
                .param("above", above)
                .param("below", below)
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    void setParent(long child, Tree tree, long parent, Instant at) {
        jdbc.sql("""
                        insert into organization_parent (child_id, tree, parent_id, since)
                        values (:child, :tree, :parent, :at)
                        on conflict (child_id, tree) do update set parent_id = :parent, since = :at""")
                .param("child", child)
                .param("tree", tree.name())
                .param("parent", parent)
                .param("at", utc(at))
                .update();
    }

    void clearParent(long child, Tree tree) {
        jdbc.sql("delete from organization_parent where child_id = :child and tree = :tree")
                .param("child", child)
                .param("tree", tree.name())
                .update();
    }

    /** Makes {@code ancestors} right for the organization and all below it: farthest first, itself last. */
    void recompute(long moved) {
        jdbc.sql("""
                        with recursive
                        below(id) as (
                            select :moved::bigint
                            union
                            select p.child_id from organization_parent p join below b on p.parent_id = b.id),
                        up(id, ancestor, distance) as (
                            select id, id, 0 from below
                            union
                            select u.id, p.parent_id, u.distance + 1
                            from up u join organization_parent p on p.child_id = u.ancestor),
                        farthest as (
                            select id, ancestor, max(distance) as distance from up group by id, ancestor),
                        lists as (
                            select id, array_agg(ancestor order by distance desc, ancestor) as list
                            from farthest group by id)
                        update organization o set ancestors = l.list
                        from lists l where l.id = o.id and o.ancestors <> l.list""").param("moved", moved).update();
    }

    List<OrganizationProfile.Parent> parents(long child) {
        return jdbc.sql("""
                        select p.tree, p.parent_id, o.name
                        from organization_parent p join organization o on o.id = p.parent_id
                        where p.child_id = :child order by p.tree desc""")
                .param("child", child)
                .query((row, i) -> new OrganizationProfile.Parent(
                        Tree.valueOf(row.getString(1)), row.getLong(2), row.getString(3)))
                .list();
    }
}
