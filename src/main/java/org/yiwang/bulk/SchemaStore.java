package org.yiwang.bulk;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Lays the indexes and the constraints that rest on indexes aside while millions of rows are written, and makes them anew,
 * exactly as the catalogue had them: sorting all rows once is many times faster than finding a place for each, and PostgreSQL
 * checks every row all the same. Checks of single rows, and triggers, stay. Nobody else may use the database meanwhile.
 */
@Repository
class SchemaStore {

    private static final String TABLES = """
            with laid as (select t.oid from pg_class t where t.oid = any(?::regclass[]))
            """;

    private final JdbcTemplate database;

    SchemaStore(JdbcTemplate database) {
        this.database = database;
    }

    /** Takes away what these tables have, and says what it was. */
    List<Piece> layAside(List<String> tables) {
        List<Piece> pieces = new ArrayList<>(constraints(tables));
        pieces.addAll(indexes(tables));
        database.execute((ConnectionCallback<Boolean>) connection -> {
            try (var statement = connection.createStatement()) {
                for (Piece piece :
                        pieces.stream().filter(p -> p.kind == Kind.REFERENCE).toList()) {
                    statement.execute(piece.drop());
                }
                for (Piece piece :
                        pieces.stream().filter(p -> p.kind != Kind.REFERENCE).toList()) {
                    statement.execute(piece.drop());
                }
                for (String table : tables) {
                    statement.execute("alter table " + table + " set (autovacuum_enabled = false)");
                }
            }
            return true;
        });
        return pieces;
    }

    /** Makes one thing anew, checking all rows. */
    void restore(Piece piece) {
        database.execute((ConnectionCallback<Boolean>) connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set maintenance_work_mem = '256MB'");
                try {
                    statement.execute(piece.make);
                } finally {
                    statement.execute("reset maintenance_work_mem");
                }
            }
            return true;
        });
    }

    /** Tells PostgreSQL what is in a table, and that all of it is visible to all. */
    void settle(String table) {
        database.execute("alter table " + table + " reset (autovacuum_enabled)");
        database.execute("vacuum (analyze) " + table);
    }

    private List<Piece> constraints(List<String> tables) {
        return database.query(
                TABLES + """
                        select conrelid::regclass::text as name, quote_ident(conname) as piece, contype = 'f' as reference,
                            pg_get_constraintdef(oid) as definition
                        from pg_constraint
                        where contype in ('p', 'u', 'x') and conrelid in (select oid from laid)
                           or contype = 'f' and (conrelid in (select oid from laid) or confrelid in (select oid from laid))
                        order by contype = 'p' desc, conname""",
                (row, i) -> {
                    String table = row.getString("name");
                    String name = row.getString("piece");
                    return new Piece(
                            row.getBoolean("reference") ? Kind.REFERENCE : Kind.CONSTRAINT,
                            table,
                            name,
                            "alter table " + table + " add constraint " + name + " " + row.getString("definition"));
                },
                array(tables));
    }

    private List<Piece> indexes(List<String> tables) {
        return database.query(
                TABLES + """
                        select indrelid::regclass::text as name, indexrelid::regclass::text as piece,
                            pg_get_indexdef(indexrelid) as definition
                        from pg_index x
                        where indrelid in (select oid from laid) and not exists (
                            select from pg_constraint c where c.conindid = x.indexrelid and c.contype in ('p', 'u', 'x'))
                        order by 2""",
                (row, i) -> new Piece(
                        Kind.INDEX, row.getString("name"), row.getString("piece"), row.getString("definition")),
                array(tables));
    }

    private static Object array(List<String> tables) {
        return "{" + String.join(",", tables) + "}";
    }

    /** What is laid aside. */
    enum Kind {
        INDEX,
        CONSTRAINT,
        /** A foreign key: taken away first and made last. */
        REFERENCE
    }

    /**
     * Something that was laid aside.
     *
     * @param table of which table
     * @param make the statement that makes it
     */
    record Piece(Kind kind, String table, String name, String make) {

        String drop() {
            return kind == Kind.INDEX ? "drop index " + name : "alter table " + table + " drop constraint " + name;
        }
    }
}
