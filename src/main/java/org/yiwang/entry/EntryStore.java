package org.yiwang.entry;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;

/** Sheets, their lines and what happened to them. */
@Component
class EntryStore {

    private static final String SHEET = """
            select s.activity_id, s.id, s.kind, s.organization_id, s.organization_ancestors, s.region_code, s.title,
                   s.shift_id, s.shift_start, s.shift_end, s.why, s.shown_by, s.entered_by, s.entered_at, s.expires_on,
                   (select p.format from entry_proof p where p.activity_id = s.activity_id and p.sheet_id = s.id) as proof,
                   (select coalesce(p.sha256, encode(sha256(p.file_sealed), 'hex')) from entry_proof p
                    where p.activity_id = s.activity_id and p.sheet_id = s.id) as proof_hash
            from entry_sheet s
            """;

    private static final String LINE = """
            select l.activity_id, l.sheet_id, l.volunteer_id, l.id, l.served_from, l.served_to, l.minutes, l.stranger,
                   l.needs_district, l.state, l.confirmed_by, l.confirmed_at, l.agreed_at, l.decided_by, l.record_id
            from entry_line l
            """;

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a sheet with its lines; refuses with {@code entry.already} if one of them waits for the same shift already. */
    void insert(EntrySheet sheet) {
        jdbc.sql("""
                        insert into entry_sheet (activity_id, id, kind, organization_id, organization_ancestors, region_code,
                            title, shift_id, shift_start, shift_end, why, shown_by, entered_by, entered_at, expires_on)
                        values (:activity, :id, :kind, :organization, :ancestors, :region, :title, :shift, :start, :end,
                            :why, :shownBy, :by, :at, :expires)""")
                .param("activity", sheet.activityId())
                .param("id", sheet.id())
                .param("kind", sheet.kind().name())
                .param("organization", sheet.organizationId())
                .param("ancestors", sheet.ancestors().toArray(Long[]::new))
                .param("region", sheet.region().value())
                .param("title", sheet.title())
                .param("shift", sheet.shiftId())
                .param("start", utc(sheet.shift().start()))
                .param("end", utc(sheet.shift().end()))
                .param("why", sheet.why())
                .param("shownBy", sheet.shownBy())
                .param("by", sheet.enteredBy())
                .param("at", utc(sheet.enteredAt()))
                .param("expires", sheet.expiresOn())
                .update();
        for (EntryLine line : sheet.lines()) {
            insert(sheet, line);
        }
    }

    private void insert(EntrySheet sheet, EntryLine line) {
        try {
            jdbc.sql("""
                            insert into entry_line (activity_id, sheet_id, volunteer_id, id, shift_id, served_from, served_to,
                                minutes, stranger, needs_district, state, entered_by)
                            values (:activity, :sheet, :volunteer, :id, :shift, :from, :to, :minutes, :stranger,
                                :district, :state, :by)""")
                    .param("activity", line.activityId())
                    .param("sheet", line.sheetId())
                    .param("volunteer", line.volunteerId())
                    .param("id", line.id())
                    .param("shift", sheet.shiftId())
                    .param("from", utc(line.served().start()))
                    .param("to", utc(line.served().end()))
                    .param("minutes", line.minutes())
                    .param("stranger", line.stranger())
                    .param("district", line.needsDistrict())
                    .param("state", line.state().name())
                    .param("by", sheet.enteredBy())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refusal(EntryProblem.ALREADY);
        }
    }

    Optional<EntrySheet> find(long activityId, long sheetId) {
        return jdbc.sql(SHEET + "where s.activity_id = :activity and s.id = :id")
                .param("activity", activityId)
                .param("id", sheetId)
                .query((row, i) -> sheet(row))
                .optional()
                .map(sheet -> withLines(List.of(sheet)).getFirst());
    }

    /** The sheet, on which nobody else decides until the transaction ends. */
    Optional<EntrySheet> lock(long activityId, long sheetId) {
        jdbc.sql("""
                        select volunteer_id from entry_line where activity_id = :activity and sheet_id = :id
                        order by volunteer_id for update""")
                .param("activity", activityId)
                .param("id", sheetId)
                .query((row, i) -> row.getLong(1))
                .list();
        return find(activityId, sheetId);
    }

    /** All sheets of an activity, the last first. */
    List<EntrySheet> ofActivity(long activityId) {
        return withLines(jdbc.sql(SHEET + "where s.activity_id = :activity order by s.id desc limit 200")
                .param("activity", activityId)
                .query((row, i) -> sheet(row))
                .list());
    }

    /** Sheets with lines in that state within reach, the oldest first. */
    List<EntrySheet> waiting(EntryState state, Reach reach, int limit) {
        return withLines(jdbc.sql(SHEET + """
                        where exists (select 1 from entry_line l where l.activity_id = s.activity_id and l.sheet_id = s.id
                                and l.state = :state)
                          and (s.region_code like any(:patterns) or s.organization_ancestors && :organizations)
                        order by s.id limit :limit""")
                .param("state", state.name())
                .param("patterns", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .param("limit", limit)
                .query((row, i) -> sheet(row))
                .list());
    }

    /** How many sheets wait so, without those entered by that account; 0 leaves out none. */
    int countWaiting(EntryState state, Reach reach, long notBy) {
        return jdbc.sql("""
                        select count(*) from entry_sheet s
                        where exists (select 1 from entry_line l where l.activity_id = s.activity_id and l.sheet_id = s.id
                                and l.state = :state)
                          and (s.region_code like any(:patterns) or s.organization_ancestors && :organizations)
                          and s.entered_by <> :notBy""")
                .param("state", state.name())
                .param("patterns", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .param("notBy", notBy)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** Sheets on which these volunteers stand, with only their lines, the last first. */
    List<EntrySheet> ofVolunteers(Collection<Long> volunteerIds, int limit) {
        if (volunteerIds.isEmpty()) {
            return List.of();
        }
        List<EntryLine> lines = jdbc.sql(
                        LINE + "where l.volunteer_id = any(:volunteers) order by l.id desc limit :limit")
                .param("volunteers", volunteerIds.toArray(Long[]::new))
                .param("limit", limit)
                .query((row, i) -> line(row))
                .list();
        Map<Long, EntrySheet> sheets = new LinkedHashMap<>();
        jdbc.sql(SHEET + """
                        where (s.activity_id, s.id) in
                            (select * from unnest(:activities::bigint[], :sheets::bigint[]))""")
                .param("activities", lines.stream().map(EntryLine::activityId).toArray(Long[]::new))
                .param("sheets", lines.stream().map(EntryLine::sheetId).toArray(Long[]::new))
                .query((row, i) -> sheet(row))
                .list()
                .forEach(sheet -> sheets.put(sheet.id(), sheet));
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(sheets.get(line.sheetId())).stream()
                        .map(sheet -> sheet.with(List.of(line))))
                .toList();
    }

    /** How many lines of these volunteers wait for their word. */
    int countToAnswer(Collection<Long> volunteerIds) {
        return volunteerIds.isEmpty()
                ? 0
                : jdbc.sql("""
                        select count(*) from entry_line
                        where volunteer_id = any(:volunteers) and agreed_at is null
                          and (state = 'CONFIRMED' or state = 'ENTERED' and stranger)""")
                        .param("volunteers", volunteerIds.toArray(Long[]::new))
                        .query((row, i) -> row.getInt(1))
                        .single();
    }

    /** The steps of a sheet by volunteer, in order. */
    Map<Long, List<EntryStep>> steps(long activityId, long sheetId) {
        Map<Long, List<EntryStep>> steps = new LinkedHashMap<>();
        jdbc.sql("""
                        select volunteer_id, state, what, at, actor_account_id, why, rule_key, rule_version from entry_step
                        where activity_id = :activity and sheet_id = :sheet order by volunteer_id, step_no""")
                .param("activity", activityId)
                .param("sheet", sheetId)
                .query((row, i) -> new EntryStep(
                        row.getLong("volunteer_id"),
                        EntryState.valueOf(row.getString("state")),
                        row.getString("what"),
                        instant(row, "at"),
                        row.getLong("actor_account_id"),
                        row.getString("why"),
                        row.getString("rule_key"),
                        row.getObject("rule_version", Integer.class)))
                .list()
                .forEach(step -> steps.computeIfAbsent(step.volunteerId(), _ -> new ArrayList<>())
                        .add(step));
        return steps;
    }

    /** The line that the record was made of. */
    Optional<Long> lineOf(org.yiwang.record.RecordKey key) {
        return jdbc.sql("select id from entry_line where volunteer_id = :volunteer and record_id = :record")
                .param("volunteer", key.volunteerId())
                .param("record", key.recordId())
                .query((row, i) -> row.getLong(1))
                .optional();
    }

    /** Notes what happened to a line. The caller holds its lock. */
    void step(EntryLine line, EntryStep step) {
        jdbc.sql("""
                        insert into entry_step (activity_id, sheet_id, volunteer_id, step_no, state, what, at,
                            actor_account_id, why, rule_key, rule_version)
                        select :activity, :sheet, :volunteer, coalesce(max(step_no), 0) + 1, :state, :what, :at, :by, :why,
                            :rule, :version
                        from entry_step
                        where activity_id = :activity and sheet_id = :sheet and volunteer_id = :volunteer""")
                .param("activity", line.activityId())
                .param("sheet", line.sheetId())
                .param("volunteer", line.volunteerId())
                .param("state", step.state().name())
                .param("what", step.what())
                .param("at", utc(step.at()))
                .param("by", step.actorAccountId())
                .param("why", step.why())
                .param("rule", step.ruleKey(), java.sql.Types.VARCHAR)
                .param("version", step.ruleVersion(), java.sql.Types.INTEGER)
                .update();
    }

    void move(EntryLine line, EntryState state) {
        update(line, "state = :value", state.name(), null);
    }

    void confirm(EntryLine line, long by, Instant at) {
        update(line, "state = 'CONFIRMED', confirmed_by = :value, confirmed_at = :at", by, at);
    }

    void agree(EntryLine line, long by, Instant at) {
        update(line, "agreed_by = :value, agreed_at = :at", by, at);
    }

    void decide(EntryLine line, long by, Instant at) {
        update(line, "decided_by = :value, decided_at = :at", by, at);
    }

    void record(EntryLine line, long recordId) {
        update(line, "state = 'RECORDED', record_id = :value", recordId, null);
    }

    private void update(EntryLine line, String what, Object value, @Nullable Instant at) {
        var statement = jdbc.sql("update entry_line set " + what
                        + " where activity_id = :activity and sheet_id = :sheet and volunteer_id = :volunteer")
                .param("activity", line.activityId())
                .param("sheet", line.sheetId())
                .param("volunteer", line.volunteerId())
                .param("value", value);
        (at == null ? statement : statement.param("at", utc(at))).update();
    }

    /** Lines that nobody finished by the day before; locked until the transaction ends. Those with the district wait on. */
    List<EntryLine> lockExpired(LocalDate today, int limit) {
        return jdbc.sql(LINE + """
                        join entry_sheet s on s.activity_id = l.activity_id and s.id = l.sheet_id
                        where l.state in ('ENTERED', 'CONFIRMED') and s.expires_on < :today
                        order by l.activity_id, l.sheet_id, l.volunteer_id limit :limit for update of l skip locked""")
                .param("today", today)
                .param("limit", limit)
                .query((row, i) -> line(row))
                .list();
    }

    /** Minutes of makeup that the organization got on record since that moment. */
    int makeupMinutes(long organizationId, Instant since) {
        return jdbc.sql("""
                        select coalesce(sum(l.minutes), 0) from entry_line l
                        join entry_sheet s on s.activity_id = l.activity_id and s.id = l.sheet_id
                        where s.organization_id = :organization and s.kind = 'MAKEUP' and l.state = 'RECORDED'
                          and l.decided_at > :since""")
                .param("organization", organizationId)
                .param("since", utc(since))
                .query((row, i) -> row.getInt(1))
                .single();
    }

    private List<EntrySheet> withLines(List<EntrySheet> sheets) {
        if (sheets.isEmpty()) {
            return sheets;
        }
        Map<Long, List<EntryLine>> lines = new LinkedHashMap<>();
        jdbc.sql(LINE + """
                        where (l.activity_id, l.sheet_id) in
                            (select * from unnest(:activities::bigint[], :sheets::bigint[]))
                        order by l.sheet_id, l.id""")
                .param("activities", sheets.stream().map(EntrySheet::activityId).toArray(Long[]::new))
                .param("sheets", sheets.stream().map(EntrySheet::id).toArray(Long[]::new))
                .query((row, i) -> line(row))
                .list()
                .forEach(line -> lines.computeIfAbsent(line.sheetId(), _ -> new ArrayList<>())
                        .add(line));
        return sheets.stream()
                .map(sheet -> sheet.with(lines.getOrDefault(sheet.id(), List.of())))
                .toList();
    }

    private static EntrySheet sheet(ResultSet row) throws SQLException {
        return new EntrySheet(
                row.getLong("activity_id"),
                row.getLong("id"),
                EntryKind.valueOf(row.getString("kind")),
                row.getLong("organization_id"),
                longs(row.getArray("organization_ancestors")),
                new RegionCode(row.getString("region_code")),
                row.getString("title"),
                row.getLong("shift_id"),
                new Period(instant(row, "shift_start"), instant(row, "shift_end")),
                row.getString("why"),
                row.getString("shown_by"),
                row.getLong("entered_by"),
                instant(row, "entered_at"),
                row.getObject("expires_on", LocalDate.class),
                row.getString("proof"),
                row.getString("proof_hash"),
                List.of());
    }

    private static EntryLine line(ResultSet row) throws SQLException {
        return new EntryLine(
                row.getLong("activity_id"),
                row.getLong("sheet_id"),
                row.getLong("volunteer_id"),
                row.getLong("id"),
                new Period(instant(row, "served_from"), instant(row, "served_to")),
                row.getInt("minutes"),
                row.getBoolean("stranger"),
                row.getBoolean("needs_district"),
                EntryState.valueOf(row.getString("state")),
                row.getObject("confirmed_by", Long.class),
                instantOrNull(row, "confirmed_at"),
                instantOrNull(row, "agreed_at"),
                row.getObject("decided_by", Long.class),
                row.getObject("record_id", Long.class));
    }

    private static List<Long> longs(Array array) throws SQLException {
        return List.of((Long[]) array.getArray());
    }
}
