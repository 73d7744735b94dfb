package org.yiwang.paper;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Reach;
import org.yiwang.organization.OrganizationView;
import org.yiwang.paper.ImportView.Kind;
import org.yiwang.paper.ImportView.State;

/** Rows of imports. Their lines are {@link LineStore}'s. */
@Repository
class ImportStore {

    private static final String SELECT = """
            select i.*, (select s.format from paper_scan s where s.import_id = i.id) as scan,
                   (select coalesce(s.sha256, encode(sha256(s.file_sealed), 'hex')) from paper_scan s
                    where s.import_id = i.id) as scan_hash
            from paper_import i
            """;

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long id, OrganizationView organization, Source source, State state, long by, Instant at) {
        jdbc.sql("""
                        insert into paper_import (id, organization_id, organization_ancestors, region_code, kind,
                            activity_id, file_name, file_format, file_hash, state, made_by, made_at)
                        values (:id, :organization, :ancestors, :region, :kind, :activity, :name, :format, :hash, :state,
                            :by, :at)""")
                .param("id", id)
                .param("organization", organization.id())
                .param("ancestors", organization.ancestors().toArray(Long[]::new))
                .param("region", organization.region().value())
                .param("kind", source.kind().name())
                .param("activity", source.activityId(), Types.BIGINT)
                .param("name", source.name())
                .param("format", source.format().name())
                .param("hash", source.hash())
                .param("state", state.name())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    Optional<ImportView> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, i) -> view(row))
                .optional();
    }

    /** The import; nothing else moves it until the transaction ends. */
    Optional<ImportView> lock(long id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query((row, i) -> view(row))
                .optional();
    }

    /** The lines being typed by that person from the sheets of that activity. */
    Optional<ImportView> findOpen(long activityId, long by) {
        return jdbc.sql(SELECT + """
                        where activity_id = :activity and made_by = :by and state = 'OPEN'
                        for update""")
                .param("activity", activityId)
                .param("by", by)
                .query((row, i) -> view(row))
                .optional();
    }

    /** The same file, brought by the same person for the same organization and not decided yet. */
    Optional<ImportView> findWaiting(long organizationId, long by, byte[] hash) {
        return jdbc.sql(SELECT + """
                        where organization_ancestors @> array[:organization]::bigint[] and organization_id = :organization
                          and made_by = :by and file_hash = :hash and state = 'WAITING'
                        order by id desc limit 1""")
                .param("organization", organizationId)
                .param("by", by)
                .param("hash", hash)
                .query((row, i) -> view(row))
                .optional();
    }

    List<ImportView> list(Reach reach, int offset, int limit) {
        return jdbc.sql(SELECT + """
                        where region_code like any(:patterns) or organization_ancestors && :organizations
                        order by made_at desc, id desc offset :offset limit :limit""")
                .param("patterns", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> view(row))
                .list();
    }

    /** Imports that others brought and that wait for a second person. */
    int countWaiting(Reach reach, long except) {
        return jdbc.sql("""
                        select count(*) from paper_import
                        where state = 'WAITING' and made_by <> :except
                          and (region_code like any(:patterns) or organization_ancestors && :organizations)""")
                .param("patterns", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .param("except", except)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** Confirmed imports with lines to be done, the first confirmed first. */
    List<Long> running() {
        return jdbc.sql("select id from paper_import where state = 'RUNNING' order by decided_at, id")
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Whether the import stood so and stands otherwise now. */
    boolean move(long id, State from, State to) {
        return jdbc.sql("update paper_import set state = :to where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /** Whether it waited and was decided now. */
    boolean decide(long id, State to, long by, Instant at, @Nullable String why) {
        return jdbc.sql("""
                        update paper_import set state = :to, decided_by = :by, decided_at = :at, decided_why = :why
                        where id = :id and state = 'WAITING'""")
                        .param("id", id)
                        .param("to", to.name())
                        .param("by", by)
                        .param("at", utc(at))
                        .param("why", why, Types.VARCHAR)
                        .update()
                == 1;
    }

    /** Notes what came. */
    void came(long id, int lines, int refused, long minutes) {
        jdbc.sql("update paper_import set lines = :lines, refused = :refused, minutes = :minutes where id = :id")
                .param("id", id)
                .param("lines", lines)
                .param("refused", refused)
                .param("minutes", minutes)
                .update();
    }

    /** Notes what became of a batch, in its transaction; lines before {@code nextLine} are through. */
    void progress(long id, int nextLine, Counts counts) {
        jdbc.sql("""
                        update paper_import set next_line = :next, taken = taken + :taken, known = known + :known,
                            held = held + :held, refused = refused + :refused
                        where id = :id""")
                .param("id", id)
                .param("next", nextLine)
                .param("taken", counts.taken())
                .param("known", counts.known())
                .param("held", counts.held())
                .param("refused", counts.refused())
                .update();
    }

    void finish(long id, Instant at) {
        jdbc.sql("update paper_import set state = 'DONE', finished_at = :at where id = :id")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    private static ImportView view(ResultSet row) throws SQLException {
        return new ImportView(
                row.getLong("id"),
                row.getLong("organization_id"),
                List.of((Long[]) row.getArray("organization_ancestors").getArray()),
                row.getString("region_code"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("activity_id", Long.class),
                row.getString("file_name"),
                row.getString("file_format"),
                HexFormat.of().formatHex(row.getBytes("file_hash")),
                State.valueOf(row.getString("state")),
                row.getLong("made_by"),
                instant(row, "made_at"),
                row.getObject("decided_by", Long.class),
                instantOrNull(row, "decided_at"),
                row.getString("decided_why"),
                instantOrNull(row, "finished_at"),
                row.getInt("lines"),
                row.getInt("taken"),
                row.getInt("known"),
                row.getInt("held"),
                row.getInt("refused"),
                row.getLong("minutes"),
                row.getString("scan"),
                row.getString("scan_hash"));
    }

    /**
     * Where lines come from.
     *
     * @param kind file or sheets
     * @param activityId of sheets
     * @param name the file's or the activity's name
     * @param format in which refused lines come back
     * @param hash SHA-256 of the file; empty for sheets
     */
    record Source(Kind kind, @Nullable Long activityId, String name, TableFile.Format format, byte[] hash) {}

    /** What became of the lines of a batch. */
    record Counts(int taken, int known, int held, int refused) {}

    /** Adds misses and returns how many the account has on that day. */
    int countMisses(long accountId, LocalDate day, int misses) {
        return jdbc.sql("""
                        insert into paper_miss as m (account_id, day, misses) values (:account, :day, :misses)
                        on conflict (account_id, day) do update set misses = m.misses + excluded.misses
                        returning misses""")
                .param("account", accountId)
                .param("day", day)
                .param("misses", misses)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void deleteMisses(LocalDate before) {
        jdbc.sql("delete from paper_miss where day < :day").param("day", before).update();
    }
}
