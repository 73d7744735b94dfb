package org.yiwang.star;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.RegionCode;
import org.yiwang.platform.CopyRows;
import org.yiwang.record.PersonHours.Minutes;
import org.yiwang.star.Rehearsal.Change;
import org.yiwang.star.Rehearsal.Count;
import org.yiwang.star.Rehearsal.State;
import tools.jackson.databind.ObjectMapper;

/** SQL of rehearsals. */
@Repository
class RehearsalStore {

    private static final String COPY = """
            copy star_rehearsal_line (rehearsal_id, volunteer_id, region_code, star_now, star_then, credit_minutes,
                honour_minutes, credit_minutes_then, honour_minutes_then) from stdin""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ObjectMapper json;

    RehearsalStore(JdbcClient jdbc, JdbcTemplate template, ObjectMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    void insert(Rehearsal r) {
        jdbc.sql("""
                        insert into star_rehearsal (id, made_by, made_at, scheme, against_version, from_day, up_to, state)
                        values (:id, :by, :at, :scheme::jsonb, :against, :from, :upTo, 'WAITING')""")
                .param("id", r.id())
                .param("by", r.madeBy())
                .param("at", utc(r.madeAt()))
                .param("scheme", json.writeValueAsString(r.scheme()))
                .param("against", r.againstVersion())
                .param("from", r.from())
                .param("upTo", r.upTo())
                .update();
    }

    Optional<Rehearsal> find(long id) {
        return jdbc.sql("select * from star_rehearsal where id = :id")
                .param("id", id)
                .query((row, i) -> rehearsal(row))
                .optional();
    }

    /** Holds it until the transaction ends. */
    Optional<Rehearsal> lock(long id) {
        return jdbc.sql("select * from star_rehearsal where id = :id for update")
                .param("id", id)
                .query((row, i) -> rehearsal(row))
                .optional();
    }

    List<Rehearsal> list(int limit, int offset) {
        return jdbc.sql("select * from star_rehearsal order by id desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> rehearsal(row))
                .list();
    }

    /** The first that waits or was cut off. */
    Optional<Rehearsal> next() {
        return jdbc.sql("""
                        select * from star_rehearsal where state in ('WAITING', 'RUNNING')
                        order by id limit 1 for update skip locked""").query((row, i) -> rehearsal(row)).optional();
    }

    /** Begins it from nothing; how often it was begun by now. */
    int begin(long id, long total, Instant now) {
        jdbc.sql("delete from star_rehearsal_line where rehearsal_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from star_rehearsal_count where rehearsal_id = :id")
                .param("id", id)
                .update();
        return jdbc.sql("""
                        update star_rehearsal set state = 'RUNNING', tries = tries + 1, total = :total, done = 0, gain = 0,
                            lose = 0, started_at = :now, finished_at = null
                        where id = :id returning tries""")
                .param("total", total)
                .param("now", utc(now))
                .param("id", id)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void progress(long id, long done, long gain, long lose) {
        jdbc.sql("update star_rehearsal set done = :done, gain = :gain, lose = :lose where id = :id")
                .param("done", done)
                .param("gain", gain)
                .param("lose", lose)
                .param("id", id)
                .update();
    }

    void end(long id, State state, Instant now) {
        jdbc.sql("update star_rehearsal set state = :state, finished_at = :now where id = :id")
                .param("state", state.name())
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    void adopted(long id, int version) {
        jdbc.sql("update star_rehearsal set adopted_version = :version where id = :id")
                .param("version", version)
                .param("id", id)
                .update();
    }

    void put(long id, Collection<Count> counts) {
        counts.forEach(c -> jdbc.sql("insert into star_rehearsal_count values (:id, :star, :now, :then)")
                .param("id", id)
                .param("star", c.star())
                .param("now", c.now())
                .param("then", c.then())
                .update());
    }

    List<Count> counts(long id) {
        return jdbc.sql("select * from star_rehearsal_count where rehearsal_id = :id order by star")
                .param("id", id)
                .query((row, i) -> new Count(row.getInt("star"), row.getLong("people_now"), row.getLong("people_then")))
                .list();
    }

    /** Writes changes by COPY, in the running transaction. */
    void copy(long id, List<Change> changes) {
        template.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                COPY,
                                CopyRows.of(
                                        changes,
                                        (rows, c) -> rows.number(id)
                                                .number(c.volunteerId())
                                                .plain(c.region())
                                                .number(c.starNow())
                                                .number(c.starThen())
                                                .number(c.minutesNow().creditMinutes())
                                                .number(c.minutesNow().honourMinutes())
                                                .number(c.minutesThen().creditMinutes())
                                                .number(c.minutesThen().honourMinutes())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Changes in these regions after that person, in the order of their ids. */
    List<Change> changes(long id, @Nullable Boolean gain, String[] patterns, long after, int limit) {
        return jdbc.sql("""
                        select * from star_rehearsal_line
                        where rehearsal_id = :id and volunteer_id > :after and region_code like any(:patterns)
                          and (:gain::boolean is null or (star_then > star_now) = :gain::boolean)
                        order by volunteer_id limit :limit""")
                .param("id", id)
                .param("gain", gain, Types.BOOLEAN)
                .param("patterns", patterns)
                .param("after", after)
                .param("limit", limit)
                .query((row, i) -> new Change(
                        row.getLong("volunteer_id"),
                        new RegionCode(row.getString("region_code")),
                        row.getInt("star_now"),
                        row.getInt("star_then"),
                        new Minutes(row.getLong("credit_minutes"), row.getLong("honour_minutes")),
                        new Minutes(row.getLong("credit_minutes_then"), row.getLong("honour_minutes_then"))))
                .list();
    }

    private Rehearsal rehearsal(ResultSet row) throws SQLException {
        return new Rehearsal(
                row.getLong("id"),
                row.getLong("made_by"),
                instant(row, "made_at"),
                json.readValue(row.getString("scheme"), StarScheme.class),
                row.getInt("against_version"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("up_to", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("gain"),
                row.getLong("lose"),
                instantOrNull(row, "started_at"),
                instantOrNull(row, "finished_at"),
                row.getObject("adopted_version", Integer.class));
    }
}
