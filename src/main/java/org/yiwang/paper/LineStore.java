package org.yiwang.paper;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Period;
import org.yiwang.paper.Staged.Fault;
import org.yiwang.platform.CopyRows;
import org.yiwang.platform.Vault;

/** Rows of lines: written by COPY, read and marked by batches. */
@Repository
class LineStore {

    private static final String COPY = """
            copy paper_line (import_id, line_no, state, activity_text, title, name, number, document_sealed, day_text,
                came_text, left_text, activity_id, volunteer_id, came_at, left_at, problem, problem_args) from stdin""";

    private final JdbcClient jdbc;
    private final JdbcTemplate database;
    private final Vault vault;

    LineStore(JdbcClient jdbc, JdbcTemplate database, Vault vault) {
        this.jdbc = jdbc;
        this.database = database;
        this.vault = vault;
    }

    void insert(long importId, List<Staged> lines) {
        database.execute((ConnectionCallback<Long>)
                connection -> CopyRows.into(connection, COPY, lines, (rows, s) -> write(rows, importId, s)));
    }

    private void write(CopyRows rows, long importId, Staged s) {
        Line line = s.line();
        Period span = s.span();
        Fault fault = s.fault();
        rows.number(importId)
                .number(line.no())
                .plain(fault == null ? ImportLine.State.READY : ImportLine.State.REFUSED)
                .text(line.activity())
                .text(line.title())
                .text(line.name())
                .text(line.number())
                .bytes(line.document().isEmpty() ? null : vault.seal(line.document()))
                .text(line.day())
                .text(line.came())
                .text(line.left())
                .plain(s.activityId())
                .plain(s.volunteerId())
                .plain(span == null ? null : span.start())
                .plain(span == null ? null : span.end())
                .plain(fault == null ? null : fault.problem())
                .texts(fault == null ? null : fault.args());
    }

    /** The next lines to be taken. */
    List<Ready> ready(long importId, int limit) {
        return jdbc.sql("""
                        select line_no, activity_id, volunteer_id, came_at, left_at from paper_line
                        where import_id = :import and state = 'READY'
                          and line_no >= (select next_line from paper_import where id = :import)
                        order by line_no limit :limit""")
                .param("import", importId)
                .param("limit", limit)
                .query((row, i) -> new Ready(
                        row.getInt("line_no"),
                        row.getLong("activity_id"),
                        row.getLong("volunteer_id"),
                        new Period(instant(row, "came_at"), instant(row, "left_at"))))
                .list();
    }

    /** Notes which lines did not make a record, and why. */
    void mark(long importId, List<Marked> marked) {
        if (marked.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update paper_line l set state = m.state, problem = m.problem,
                            problem_args = case when m.problem is null then null else string_to_array(m.args, E'\\n') end
                        from unnest(:lines::int[], :states::text[], :problems::text[], :args::text[])
                            as m (line, state, problem, args)
                        where l.import_id = :import and l.line_no = m.line""")
                .param("import", importId)
                .param("lines", marked.stream().map(Marked::line).toArray(Integer[]::new))
                .param(
                        "states",
                        marked.stream()
                                .map(m -> m.fault() == null ? "KNOWN" : "REFUSED")
                                .toArray(String[]::new))
                .param(
                        "problems",
                        marked.stream()
                                .map(m -> m.fault() == null ? null : m.fault().problem())
                                .toArray(String[]::new))
                .param(
                        "args",
                        marked.stream()
                                .map(m -> m.fault() == null
                                        ? ""
                                        : String.join("\n", m.fault().args()))
                                .toArray(String[]::new))
                .update();
    }

    /**
     * Lines to be looked at, those refused first.
     *
     * @param refused how many are refused, so that no sorting is needed
     */
    List<ImportLine> list(long importId, int refused, int offset, int limit) {
        List<ImportLine> found =
                new ArrayList<>(offset < refused ? part(importId, "state = 'REFUSED'", offset, limit) : List.of());
        if (found.size() < limit) {
            found.addAll(part(importId, "state <> 'REFUSED'", Math.max(0, offset - refused), limit - found.size()));
        }
        return found;
    }

    private List<ImportLine> part(long importId, String which, int offset, int limit) {
        return jdbc.sql("""
                        select * from paper_line where import_id = :import and %s
                        order by line_no offset :offset limit :limit""".formatted(which))
                .param("import", importId)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> view(row))
                .list();
    }

    /** Refused lines after that one, as they were written. */
    List<Refused> refused(long importId, int after, int limit) {
        return jdbc.sql("""
                        select * from paper_line where import_id = :import and state = 'REFUSED' and line_no > :after
                        order by line_no limit :limit""")
                .param("import", importId)
                .param("after", after)
                .param("limit", limit)
                .query((row, i) -> refused(row))
                .list();
    }

    /** Volunteers whose lines were taken. */
    List<Long> people(long importId) {
        return jdbc.sql("select distinct volunteer_id from paper_line where import_id = :import and state = 'READY'")
                .param("import", importId)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** What stands in an import that is being typed: lines, and minutes of them. */
    void recount(long importId) {
        jdbc.sql("""
                        update paper_import i set lines = l.lines, minutes = l.minutes
                        from (select count(*) as lines,
                                     coalesce(sum(extract(epoch from left_at - came_at) / 60), 0)::bigint as minutes
                              from paper_line where import_id = :import) l
                        where i.id = :import""").param("import", importId).update();
    }

    /** Takes away what was typed before for that person at that time, so that it can be typed anew. */
    void forget(long importId, long volunteerId, Period during) {
        jdbc.sql("""
                        delete from paper_line where import_id = :import and volunteer_id = :volunteer
                          and came_at < :end and left_at > :start""")
                .param("import", importId)
                .param("volunteer", volunteerId)
                .param("start", utc(during.start()))
                .param("end", utc(during.end()))
                .update();
    }

    /** The number of a line added at the end. */
    int nextLine(long importId) {
        return jdbc.sql("select coalesce(max(line_no), 1) + 1 from paper_line where import_id = :import")
                .param("import", importId)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** Deletes the lines of imports that ended or were left lying before that moment; how many. */
    int deleteOlder(Instant before) {
        return jdbc.sql("""
                        delete from paper_line where import_id in (
                            select id from paper_import where state <> 'RUNNING'
                              and coalesce(finished_at, decided_at, made_at) < :before)""").param("before", utc(before)).update();
    }

    /** Takes back imports that nobody confirmed until their lines were deleted. */
    int withdrawOlder(Instant before) {
        return jdbc.sql("""
                        update paper_import set state = 'WITHDRAWN'
                        where state in ('OPEN', 'WAITING') and made_at < :before""").param("before", utc(before)).update();
    }

    private static ImportLine view(ResultSet row) throws SQLException {
        Instant came = instantOrNull(row, "came_at");
        Instant left = instantOrNull(row, "left_at");
        return new ImportLine(
                row.getInt("line_no"),
                ImportLine.State.valueOf(row.getString("state")),
                row.getString("title"),
                row.getString("name"),
                row.getString("number"),
                String.join(" ", row.getString("day_text"), row.getString("came_text"), "–", row.getString("left_text"))
                        .strip(),
                came == null || left == null ? null : new Period(came, left),
                row.getString("problem"),
                args(row));
    }

    private Refused refused(ResultSet row) throws SQLException {
        byte[] document = row.getBytes("document_sealed");
        return new Refused(
                new Line(
                        row.getInt("line_no"),
                        row.getString("activity_text"),
                        row.getString("title"),
                        row.getString("name"),
                        row.getString("number"),
                        document == null ? "" : vault.open(document),
                        row.getString("day_text"),
                        row.getString("came_text"),
                        row.getString("left_text")),
                new Fault(Objects.requireNonNull(row.getString("problem")), args(row)));
    }

    private static List<String> args(ResultSet row) throws SQLException {
        var args = row.getArray("problem_args");
        return args == null ? List.of() : List.of((String[]) args.getArray());
    }

    /** A line to be taken. */
    record Ready(int no, long activityId, long volunteerId, Period span) {}

    /**
     * What became of a line that made no record.
     *
     * @param fault why it is refused; null if it had made one before
     */
    record Marked(int line, @Nullable Fault fault) {}

    /** A refused line with the reason. */
    record Refused(Line line, Fault fault) {}
}
