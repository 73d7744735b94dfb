package org.yiwang.region;

import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;

/** All SQL of the module but the import's. */
@Repository
class RegionStore {

    private final JdbcClient jdbc;

    RegionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long revision() {
        return jdbc.sql("select number from region_revision")
                .query((row, i) -> row.getLong(1))
                .single();
    }

    /** The nation down to the county and all within one region, in the order of codes. */
    List<Row> nationAnd(RegionCode city) {
        return jdbc.sql("""
                        select code, name, closed_at is null from region
                        where length(code) <= 6 or code like :city || '%' order by code""").param("city", city.value()).query(RegionStore::row).list();
    }

    /** Whether there are divisions that {@link #nationAnd} leaves out. */
    boolean hasMoreThan(RegionCode city) {
        return jdbc.sql("select exists (select from region_import where part <> :city)")
                .param("city", city.value())
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    List<Row> find(Collection<String> codes) {
        return jdbc.sql("select code, name, closed_at is null from region where code = any(:codes) order by code")
                .param("codes", codes.toArray(String[]::new))
                .query(RegionStore::row)
                .list();
    }

    List<Row> children(RegionCode parent) {
        return jdbc.sql("""
                        select code, name, closed_at is null from region
                        where parent_code = :parent and closed_at is null order by code""")
                .param("parent", parent.value())
                .query(RegionStore::row)
                .list();
    }

    List<Row> search(String part, String within, int limit) {
        return jdbc.sql("""
                        select code, name, closed_at is null from region
                        where code like :within || '%' and closed_at is null and name like '%' || :part || '%'
                        order by length(code), code limit :limit""")
                .param("within", within)
                .param("part", part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .param("limit", limit)
                .query(RegionStore::row)
                .list();
    }

    /** Makes the row of the parent wait for others who add below it; empty if there is none that is open. */
    boolean lockOpen(RegionCode parent) {
        return jdbc.sql("select 1 from region where code = :code and closed_at is null for update")
                .param("code", parent.value())
                .query((row, i) -> 1)
                .optional()
                .isPresent();
    }

    /** The highest number given below the parent, also to those closed since; 0 if none. */
    int lastNumber(RegionCode parent) {
        return jdbc.sql("select coalesce(max(right(code, 3)::int), 0) from region where parent_code = :parent")
                .param("parent", parent.value())
                .query((row, i) -> row.getInt(1))
                .single();
    }

    boolean nameTaken(RegionCode parent, String name, String except) {
        return jdbc.sql("""
                        select exists (select from region where parent_code = :parent and name = :name
                            and closed_at is null and code <> :except)""")
                .param("parent", parent.value())
                .param("name", name)
                .param("except", except)
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    void insert(RegionCode code, String name) {
        jdbc.sql("insert into region (code, name) values (:code, :name)")
                .param("code", code.value())
                .param("name", name)
                .update();
    }

    boolean rename(RegionCode code, String name) {
        return jdbc.sql("update region set name = :name where code = :code and closed_at is null")
                        .param("code", code.value())
                        .param("name", name)
                        .update()
                == 1;
    }

    /** Closes it with all below it. */
    int close(RegionCode code, Instant at) {
        return jdbc.sql("update region set closed_at = :at where code like :code || '%' and closed_at is null")
                .param("code", code.value())
                .param("at", utc(at))
                .update();
    }

    void log(RegionCode code, String what, String name, long byAccount, Instant at) {
        jdbc.sql("""
                        insert into region_change (id, code, what, name, by_account, at)
                        values (:id, :code, :what, :name, :by, :at)""")
                .param("id", Ids.next())
                .param("code", code.value())
                .param("what", what)
                .param("name", name)
                .param("by", byAccount)
                .param("at", utc(at))
                .update();
    }

    private static Row row(ResultSet row, int i) throws SQLException {
        return new Row(row.getString(1), row.getString(2), row.getBoolean(3));
    }

    /** A row of the table. */
    record Row(String code, String name, boolean open) {}
}
