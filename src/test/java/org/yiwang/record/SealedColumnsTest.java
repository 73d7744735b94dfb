package org.yiwang.record;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.record.RecordStore.Applied;
import org.yiwang.seal.TestLogs;
import org.yiwang.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** Every column of a record, as the database lists them: none is forgotten when one is added. */
class SealedColumnsTest {

    /** What the log says; the other two tables are compared with these. */
    private static final Set<String> UNDER_THE_LOG = Set.of("record_entry", "record_step");

    /** What may change unseen → why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "record_current.organization_ancestors",
            "who stood above the organization when the record was made is kept nowhere else; it says who looks after the"
                    + " record and in whose sums it is, not what was served, by whom or for whom");

    private static final Applied RULE = new Applied("record.notice", 1);

    private final Entry victim = SealingTest.entry();
    private HikariDataSource database;
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Sealing sealing;

    @BeforeEach
    void seal_a_record_that_was_on_notice_and_whose_columns_are_filled() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        sealing = new Sealing(new SealingStore(jdbc), new DivergenceStore(jdbc), TestLogs.on(jdbc), transaction);
        ActivityTotalStore totals = new ActivityTotalStore(jdbc);
        RecordStore store = new RecordStore(jdbc, JsonMapper.builder().build(), totals);
        store.insert(SealingTest.entry(), Standing.EFFECTIVE, null);
        Instant over = victim.madeAt().plus(Duration.ofDays(3));
        store.insert(victim, Standing.notice(over), RULE, TrailLine.Who.organization("花桥志愿队"), "签到表第 3 页");
        new NoticeStore(jdbc, totals).count(over, 10, RULE);
        assertThat(sealing.seal()).isEqualTo(2);
        assertThat(sealing.verify(_ -> {}).agrees()).isTrue();
        jdbc.sql("alter table record_entry disable trigger user").update();
        jdbc.sql("alter table record_step disable trigger user").update();
        // Whoever meddles with the database may take its checks away first.
        for (String check : jdbc.sql("""
                        select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                        from pg_constraint where contype = 'c' and conrelid::regclass::text like 'record_%'""").query((row, i) -> row.getString(1)).list()) {
            jdbc.sql(check).update();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void each_that_is_changed_behind_the_programs_back_is_found_and_the_record_named() {
        Set<String> unseen = new TreeSet<>();
        for (Column column : columns()) {
            if (!isFound(column, column.other()) || (column.nullable() && !isFound(column, "null"))) {
                unseen.add(column.table() + "." + column.name());
            }
        }
        assertThat(unseen).isEqualTo(LEFT_OUT.keySet());
    }

    /** Whether that value in the column is found; a value that is there already is no change. */
    private boolean isFound(Column column, String value) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            int changed = jdbc.sql("""
                            update %1$s set %2$s = %3$s
                            where volunteer_id = :volunteer and record_id = :record and %2$s is distinct from %3$s""".formatted(column.table(), column.name(), value))
                    .param("volunteer", victim.volunteerId())
                    .param("record", victim.recordId())
                    .update();
            return changed == 0 || isNamed(sealing.verify(_ -> {}), UNDER_THE_LOG.contains(column.table()));
        }));
    }

    private boolean isNamed(Sealing.Verified result, boolean byTheLog) {
        RecordKey key = new RecordKey(victim.volunteerId(), victim.recordId());
        return result.found().stream().anyMatch(d -> key.equals(d.first()) && key.equals(d.last()))
                || (!byTheLog
                        && result.divergences().stream()
                                .anyMatch(d -> d.volunteerId() == key.volunteerId()
                                        && Long.valueOf(key.recordId()).equals(d.recordId())));
    }

    private List<Column> columns() {
        List<Column> columns = jdbc.sql("""
                        select table_name, column_name, data_type, is_nullable = 'YES' as nullable
                        from information_schema.columns where table_schema = 'public'
                          and table_name in ('record_entry', 'record_step', 'record_current', 'record_leaf')""")
                .query((row, i) -> new Column(
                        row.getString("table_name"),
                        row.getString("column_name"),
                        row.getString("data_type"),
                        row.getBoolean("nullable")))
                .list();
        assertThat(columns.stream().collect(toMap(Column::table, _ -> 1, Integer::sum)))
                .hasSize(4);
        return columns;
    }

    /** A column as the database lists it. */
    private record Column(String table, String name, String type, boolean nullable) {

        /** Another value than the one that is there, the next one where there is one. */
        String other() {
            String value = switch (type) {
                case "bigint", "integer", "smallint" -> "coalesce(%s, 0) + 100";
                case "text" -> "coalesce(%s, '') || '~'";
                case "bytea" -> "%s || '\\x00'";
                case "date" -> "%s + 1";
                case "timestamp with time zone" -> "coalesce(%s, 'epoch') + interval '1 microsecond'";
                case "tstzrange" -> "tstzrange(lower(%1$s), upper(%1$s) + interval '1 microsecond')";
                case "jsonb" -> "%s || '{\"in\": null}'";
                case "ARRAY" -> "%s || 100::bigint";
                default -> throw new AssertionError("say how a column of type " + type + " is changed: " + name);
            };
            return value.formatted(name);
        }
    }
}
