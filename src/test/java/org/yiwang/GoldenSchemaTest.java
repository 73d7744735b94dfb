package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.testing.TestDatabase;

/** The schema that all migrations together make, against the committed picture of it and against the rules for every table. */
class GoldenSchemaTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden-schema.sql");
    private static final String HOW_TO_RENEW = "mvn -Dfast test -Dtest=GoldenSchemaTest -Dgolden.write=true";

    /** Tables of libraries, whose form is theirs. */
    private static final String OF_LIBRARIES =
            "('event_publication', 'event_publication_archive', 'scheduled_tasks', 'flyway_schema_history')";

    private static HikariDataSource database;
    private static JdbcClient jdbc;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void is_the_one_that_was_committed() throws Exception {
        String now = "-- The schema as the migrations make it. Written by: " + HOW_TO_RENEW + "\n"
                + String.join("\n", tables(), routines()) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, now);
        }
        assertThat(now)
                .as(
                        "The migrations change the schema. If that is meant, renew the picture of it with: %s",
                        HOW_TO_RENEW)
                .isEqualTo(Files.exists(GOLDEN) ? Files.readString(GOLDEN) : "");
    }

    @Test
    void keeps_moments_with_their_zone_and_minutes_whole() {
        assertThat(lines("""
                        select table_name || '.' || column_name || ' ' || data_type from information_schema.columns
                        where table_schema = 'public' and table_name not in %s
                            and (data_type in ('timestamp without time zone', 'time with time zone', 'money', 'json', 'real')
                                or column_name like '%%minutes%%' and data_type not in ('integer', 'bigint', 'ARRAY', 'int4range'))
                        order by 1""".formatted(OF_LIBRARIES)))
                .as("moments are timestamptz, minutes are integers, JSON is jsonb (design 4.1, 4.10)")
                .isEmpty();
    }

    @Test
    void gives_every_table_a_primary_key_and_to_its_module_by_name() {
        assertThat(lines("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                            and c.relname not in %s
                            and not exists (select 1 from pg_constraint p where p.conrelid = c.oid and p.contype = 'p')
                        order by 1""".formatted(OF_LIBRARIES)))
                .as("tables without a primary key")
                .isEmpty();
        List<String> modules = MigrationsTest.modules();
        assertThat(lines("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                            and c.relname not in %s order by 1""".formatted(OF_LIBRARIES)))
                .as("a table's name begins with its module's, so that everybody sees who may touch it")
                .allMatch(table -> modules.stream().anyMatch(m -> table.equals(m) || table.startsWith(m + "_")));
    }

    @Test
    void ties_no_table_spread_by_volunteer_to_one_spread_by_activity() {
        assertThat(lines("""
                        with spread as (
                            select i.indrelid as of, a.attname as by
                            from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                            where i.indisprimary and a.attname in ('volunteer_id', 'activity_id'))
                        select f.conrelid::regclass || ' → ' || f.confrelid::regclass
                        from pg_constraint f join spread a on a.of = f.conrelid join spread b on b.of = f.confrelid
                        where f.contype = 'f' and a.by <> b.by order by 1"""))
                .as("foreign keys between the two families of large tables (design 4.4)")
                .isEmpty();
        assertThat(lines("""
                        select i.indexrelid::regclass || ' on ' || i.indrelid::regclass
                        from pg_index i
                        join pg_index p on p.indrelid = i.indrelid and p.indisprimary
                        join pg_attribute a on a.attrelid = p.indrelid and a.attnum = p.indkey[0]
                            and a.attname in ('volunteer_id', 'activity_id')
                        where (i.indisunique or i.indisexclusion) and not a.attnum = any (i.indkey::smallint[]) order by 1"""))
                .as(
                        "unique and exclusion constraints of a table that could be spread contain the column it is spread by"
                                + " (design 4.4)")
                .isEmpty();
    }

    /** Each of them is smaller by a condition that no query has: see the migration of {@code record_never_overlaps}. */
    @Test
    void lets_no_query_go_by_the_index_of_a_constraint_that_excludes() {
        assertThat(lines("""
                        select c.conrelid::regclass || ' ' || c.conname from pg_constraint c join pg_index i on i.indexrelid = c.conindid
                        where c.contype = 'x' and coalesce(pg_get_expr(i.indpred, i.indrelid), '') not like '%NOT isempty(%'
                        order by 1"""))
                .as("PostgreSQL loses rows from a small GiST index that one statement looks up in and adds to")
                .isEmpty();
    }

    private static String tables() {
        return jdbc
                .sql("""
                        select c.oid, c.relname,
                            case c.relkind when 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end as spread
                        from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                            and c.relname <> 'flyway_schema_history'
                        order by c.relname collate "C\"""")
                .query((row, i) -> table(row.getLong(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private static String table(long oid, String name, String spread) {
        StringBuilder text = new StringBuilder("\ntable " + name + spread + "\n");
        jdbc.sql("""
                        select '    ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                            || case when a.attnotnull then ' not null' else '' end
                            || case when a.attgenerated <> '' then ' generated as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
                                when d.oid is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
                        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                        where a.attrelid = :table and a.attnum > 0 and not a.attisdropped order by a.attname collate "C\"""")
                .param("table", oid)
                .query(GoldenSchemaTest::text)
                .list()
                .forEach(line -> text.append(line).append('\n'));
        jdbc.sql("""
                        select line from (
                            select '  ' || conname || ': ' || pg_get_constraintdef(oid) as line from pg_constraint
                            where conrelid = :table and contype in ('p', 'u', 'f', 'c', 'x')
                            union all
                            select '  ' || pg_get_indexdef(i.indexrelid) from pg_index i
                            where i.indrelid = :table
                                and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype <> 'f')
                            union all
                            select '  ' || pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = :table and not t.tgisinternal
                            union all
                            select '  partition ' || pg_get_expr(p.relpartbound, p.oid) from pg_class p
                            join pg_inherits h on h.inhrelid = p.oid where h.inhparent = :table) lines
                        order by line collate "C\"""")
                .param("table", oid)
                .query(GoldenSchemaTest::text)
                .list()
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static String routines() {
        return String.join("\n", lines("""
                        select line from (
                            select 'view ' || c.relname || E'\\n' || pg_get_viewdef(c.oid) as line from pg_class c
                            where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
                            union all
                            select 'sequence ' || c.relname from pg_class c
                            where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
                            union all
                            select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
                            union all
                            select pg_get_functiondef(p.oid) from pg_proc p
                            where p.pronamespace = 'public'::regnamespace
                                and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')) lines
                        order by line collate "C\""""));
    }

    private static List<String> lines(String sql) {
        return jdbc.sql(sql).query(GoldenSchemaTest::text).list();
    }

    private static String text(ResultSet row, int number) throws java.sql.SQLException {
        return row.getString(1);
    }
}
