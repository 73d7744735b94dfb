package org.yiwang.entry;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.seal.Head;
import org.yiwang.trust.Outcome;

/** Draws of makeup sheets, who was in them, and calls. */
@Component
class MakeupSampleStore {

    private final JdbcClient jdbc;

    MakeupSampleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One at a time decides about an organization's share, until the transaction ends. */
    void lockShare(long organizationId) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('makeup ' || :organization, 0))) l")
                .param("organization", organizationId)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /**
     * Writes a draw.
     *
     * @param order its lines in the order of the lot
     * @param drawn those of them who are called
     */
    void insert(EntrySheet sheet, Drawn draw, List<EntryLine> order, Set<EntryLine> drawn) {
        jdbc.sql("""
                        insert into entry_draw (activity_id, sheet_id, draw_no, head_size, head_root, head_at, seed, lines,
                            rule_version, drawn_by, drawn_at)
                        values (:activity, :sheet, :no, :size, :root, :headAt, :seed, :lines, :version, :by, :at)""")
                .param("activity", sheet.activityId())
                .param("sheet", sheet.id())
                .param("no", draw.no)
                .param("size", draw.head.size())
                .param("root", draw.head.root().toString())
                .param("headAt", utc(draw.head.at()))
                .param("seed", draw.seed)
                .param("lines", order.size())
                .param("version", draw.ruleVersion)
                .param("by", draw.by)
                .param("at", utc(draw.at))
                .update();
        for (int i = 0; i < order.size(); i++) {
            jdbc.sql("""
                            insert into entry_draw_line (activity_id, sheet_id, volunteer_id, draw_no, place, line_id, drawn)
                            values (:activity, :sheet, :volunteer, :no, :place, :line, :drawn)""")
                    .param("activity", sheet.activityId())
                    .param("sheet", sheet.id())
                    .param("volunteer", order.get(i).volunteerId())
                    .param("no", draw.no)
                    .param("place", i + 1)
                    .param("line", order.get(i).id())
                    .param("drawn", drawn.contains(order.get(i)))
                    .update();
        }
    }

    /** Draws the next in line; false if nobody is left. */
    boolean drawNext(EntrySheet sheet) {
        return jdbc.sql("""
                        update entry_draw_line set drawn = true
                        where activity_id = :activity and sheet_id = :sheet and (draw_no, place) = (
                            select draw_no, place from entry_draw_line
                            where activity_id = :activity and sheet_id = :sheet and not drawn
                            order by draw_no, place limit 1)""")
                        .param("activity", sheet.activityId())
                        .param("sheet", sheet.id())
                        .update()
                > 0;
    }

    /** Draws everybody who is left. */
    void drawAll(EntrySheet sheet) {
        jdbc.sql("""
                        update entry_draw_line set drawn = true
                        where activity_id = :activity and sheet_id = :sheet and not drawn""")
                .param("activity", sheet.activityId())
                .param("sheet", sheet.id())
                .update();
    }

    /**
     * Who was drawn and says that the line is wrong denied it, whether before the draw or after it, as if on the phone: then
     * everybody who is left is drawn. The caller holds the lock of the sheet.
     */
    void countDisagreements(EntrySheet sheet) {
        int denied = jdbc.sql("""
                        update entry_draw_line d set outcome = 'WAS_NOT_THERE'
                        where d.activity_id = :activity and d.sheet_id = :sheet and d.drawn
                          and d.outcome is distinct from 'WAS_NOT_THERE' and exists (
                            select 1 from entry_step s
                            where s.activity_id = d.activity_id and s.sheet_id = d.sheet_id
                              and s.volunteer_id = d.volunteer_id and s.what = 'disagreed')""")
                .param("activity", sheet.activityId())
                .param("sheet", sheet.id())
                .update();
        if (denied > 0) {
            drawAll(sheet);
            countDisagreements(sheet);
        }
    }

    /** Version of rule {@code entry.makeup-sample} by which the sheet was first drawn; it holds for all of its draws. */
    Optional<Integer> ruleVersion(EntrySheet sheet) {
        return jdbc.sql("""
                        select rule_version from entry_draw
                        where activity_id = :activity and sheet_id = :sheet and draw_no = 1""")
                .param("activity", sheet.activityId())
                .param("sheet", sheet.id())
                .query((row, i) -> row.getInt(1))
                .optional();
    }

    /** Notes a call; the caller holds the lock of the sheet. */
    void note(EntryLine line, MakeupSample.Call call) {
        jdbc.sql("""
                        insert into entry_call (activity_id, sheet_id, volunteer_id, call_no, outcome, note, called_by, called_at)
                        select :activity, :sheet, :volunteer, coalesce(max(call_no), 0) + 1, :outcome, :note, :by, :at
                        from entry_call
                        where activity_id = :activity and sheet_id = :sheet and volunteer_id = :volunteer""")
                .param("activity", line.activityId())
                .param("sheet", line.sheetId())
                .param("volunteer", line.volunteerId())
                .param("outcome", call.outcome().name())
                .param("note", call.note())
                .param("by", call.byAccountId())
                .param("at", utc(call.at()))
                .update();
        jdbc.sql("""
                        update entry_draw_line set outcome = :outcome
                        where activity_id = :activity and sheet_id = :sheet and volunteer_id = :volunteer""")
                .param("activity", line.activityId())
                .param("sheet", line.sheetId())
                .param("volunteer", line.volunteerId())
                .param("outcome", call.outcome().name())
                .update();
    }

    /** The draws of a sheet and who was in them. */
    MakeupSample of(EntrySheet sheet, MakeupSampleRule rule) {
        List<MakeupSample.Drawing> draws = jdbc.sql("""
                        select draw_no, head_size, head_root, head_at, seed, lines, drawn_at from entry_draw
                        where activity_id = :activity and sheet_id = :sheet order by draw_no""")
                .param("activity", sheet.activityId())
                .param("sheet", sheet.id())
                .query((row, i) -> new MakeupSample.Drawing(
                        row.getInt("draw_no"),
                        row.getLong("head_size"),
                        row.getString("head_root"),
                        instant(row, "head_at"),
                        row.getString("seed"),
                        row.getInt("lines"),
                        instant(row, "drawn_at")))
                .list();
        if (draws.isEmpty()) {
            return new MakeupSample(List.of(), List.of(), 0);
        }
        Map<Long, List<MakeupSample.Call>> calls = calls(sheet);
        List<MakeupSample.Person> people = jdbc.sql("""
                        select volunteer_id, drawn, outcome from entry_draw_line
                        where activity_id = :activity and sheet_id = :sheet order by draw_no, place""")
                .param("activity", sheet.activityId())
                .param("sheet", sheet.id())
                .query((row, i) -> new MakeupSample.Person(
                        row.getLong("volunteer_id"),
                        row.getBoolean("drawn"),
                        outcome(row.getString("outcome")),
                        calls.getOrDefault(row.getLong("volunteer_id"), List.of())))
                .list();
        return new MakeupSample(draws, people, rule.needed(people.size()));
    }

    private Map<Long, List<MakeupSample.Call>> calls(EntrySheet sheet) {
        Map<Long, List<MakeupSample.Call>> calls = new HashMap<>();
        jdbc.sql("""
                        select volunteer_id, outcome, note, called_by, called_at from entry_call
                        where activity_id = :activity and sheet_id = :sheet order by volunteer_id, call_no""")
                .param("activity", sheet.activityId())
                .param("sheet", sheet.id())
                .query((row, i) -> {
                    calls.computeIfAbsent(row.getLong("volunteer_id"), _ -> new ArrayList<>())
                            .add(new MakeupSample.Call(
                                    Outcome.valueOf(row.getString("outcome")),
                                    row.getString("note"),
                                    row.getLong("called_by"),
                                    instant(row, "called_at")));
                    return i;
                })
                .list();
        return calls;
    }

    private static @Nullable Outcome outcome(@Nullable String name) {
        return Optional.ofNullable(name).map(Outcome::valueOf).orElse(null);
    }

    /**
     * A draw.
     *
     * @param no from 1
     * @param head the head that the seed comes from
     * @param seed the seed
     * @param ruleVersion version of rule {@code entry.makeup-sample}
     * @param by who drew it
     * @param at when
     */
    record Drawn(int no, Head head, String seed, int ruleVersion, long by, Instant at) {}
}
