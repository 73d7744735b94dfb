package org.yiwang.rules;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;

/** All SQL of the module. */
@Repository
class RulesStore {

    private final JdbcClient jdbc;

    RulesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes with every change of the three tables. */
    long revision() {
        return jdbc.sql("select number from rules_revision")
                .query((row, i) -> row.getLong(1))
                .single();
    }

    List<CodeRow> codes() {
        return jdbc.sql("""
                        select table_name, code, zh, en, sort, effective_from, effective_to
                        from rules_code order by table_name, sort, code""").query((row, i) -> code(row)).list();
    }

    List<RuleVersion> versions() {
        return jdbc.sql("""
                        select key, version, effective_from, value::text, note, by_name, at
                        from rules_version order by key, version""")
                .query((row, i) -> new RuleVersion(
                        row.getString(1),
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        instant(row, "at")))
                .list();
    }

    List<Holiday> holidays() {
        return jdbc.sql("select date, kind, zh, en from rules_holiday order by date")
                .query((row, i) -> new Holiday(
                        row.getObject(1, LocalDate.class),
                        row.getString(2).equals("off"),
                        new Label(row.getString(3), row.getString(4))))
                .list();
    }

    /** Whether the code was new. */
    boolean insert(CodeRow code) {
        return bind("""
                        insert into rules_code (table_name, code, zh, en, sort, effective_from, effective_to)
                        values (:table, :code, :zh, :en, :sort, :from, :to) on conflict do nothing""", code).update() == 1;
    }

    /** Whether there was such a code. */
    boolean update(CodeRow code) {
        return bind("""
                        update rules_code set zh = :zh, en = :en, sort = :sort, effective_from = :from, effective_to = :to
                        where table_name = :table and code = :code""", code).update() == 1;
    }

    void log(CodeRow code, Actor by, Instant at, String why) {
        bind("""
                        insert into rules_code_change
                            (id, table_name, code, zh, en, sort, effective_from, effective_to, by_account, by_name, at, why)
                        values (:id, :table, :code, :zh, :en, :sort, :from, :to, :by, :name, :at, :why)""", code)
                .param("id", Ids.next())
                .param("by", by.accountId())
                .param("name", by.name())
                .param("at", utc(at))
                .param("why", why)
                .update();
    }

    List<CodeChange> changes(String table, String code) {
        return jdbc.sql("""
                        select table_name, code, zh, en, sort, effective_from, effective_to, by_name, at, why
                        from rules_code_change where table_name = :table and code = :code order by id desc limit 50""")
                .param("table", table)
                .param("code", code)
                .query((row, i) ->
                        new CodeChange(code(row), row.getString("by_name"), instant(row, "at"), row.getString("why")))
                .list();
    }

    /** Adds the next version of a rule and returns its number. */
    int insertVersion(String key, LocalDate from, String value, String note, Actor by, Instant at) {
        // The lock makes two people who add at once take different numbers.
        jdbc.sql("select 1 from rules_version where key = :key for update")
                .param("key", key)
                .query((row, i) -> 1)
                .list();
        return jdbc.sql("""
                        insert into rules_version (key, version, effective_from, value, note, by_account, by_name, at)
                        select :key, coalesce(max(version), 0) + 1, :from, :value::jsonb, :note, :by, :name, :at
                        from rules_version where key = :key
                        returning version""")
                .param("key", key)
                .param("from", from)
                .param("value", value)
                .param("note", note)
                .param("by", by.accountId())
                .param("name", by.name())
                .param("at", utc(at))
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void put(Holiday day, long byAccount, Instant at) {
        jdbc.sql("""
                        insert into rules_holiday (date, kind, zh, en, by_account, at)
                        values (:date, :kind, :zh, :en, :by, :at)
                        on conflict (date) do update
                        set kind = excluded.kind, zh = excluded.zh, en = excluded.en, by_account = :by, at = :at""")
                .param("date", day.date())
                .param("kind", day.off() ? "off" : "work")
                .param("zh", day.name().zh())
                .param("en", day.name().en())
                .param("by", byAccount)
                .param("at", utc(at))
                .update();
    }

    void removeHoliday(LocalDate date) {
        jdbc.sql("delete from rules_holiday where date = :date")
                .param("date", date)
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, CodeRow code) {
        @Nullable LocalDate to = code.to();
        return jdbc.sql(sql)
                .param("table", code.table())
                .param("code", code.code())
                .param("zh", code.label().zh())
                .param("en", code.label().en())
                .param("sort", code.sort())
                .param("from", code.from())
                .param("to", to, java.sql.Types.DATE);
    }

    private static CodeRow code(ResultSet row) throws SQLException {
        return new CodeRow(
                row.getString("table_name"),
                row.getString("code"),
                new Label(row.getString("zh"), row.getString("en")),
                row.getInt("sort"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class));
    }
}
