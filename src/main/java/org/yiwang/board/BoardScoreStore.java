package org.yiwang.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.board.Changes.Count;
import org.yiwang.board.Changes.Head;
import org.yiwang.board.Changes.Place;
import org.yiwang.board.Changes.Put;
import org.yiwang.kernel.Ids;

/**
 * SQL that writes scores, tallies and heads. Whoever writes has taken the lock first, so that one does at a time. The columns
 * {@code minutes} hold times or months where a board counts these.
 */
@Repository
class BoardScoreStore {

    /** Any number that no other advisory lock of the program has. */
    private static final long LOCK = 0x0F10_B0A2DL;

    private final JdbcClient jdbc;

    BoardScoreStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else writes boards; until the end of the transaction nobody else does. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, i) -> 0)
                .single();
    }

    /** The same without waiting; false if somebody else writes. */
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    /** What these people have by now. */
    Map<Long, Map<BoardKey, Stored>> of(Collection<Long> volunteerIds) {
        Map<Long, Map<BoardKey, Stored>> found = new HashMap<>();
        jdbc.sql("""
                        select s.volunteer_id, s.board_id, s.minutes, s.region_code, b.span, b.starts_on, b.facet
                        from board_score s join board b on b.board_id = s.board_id
                        where s.volunteer_id = any(:people)""")
                .param("people", volunteerIds.toArray(Long[]::new))
                .query((row, i) -> found.computeIfAbsent(row.getLong("volunteer_id"), _ -> new HashMap<>())
                        .put(
                                key(row),
                                new Stored(
                                        row.getLong("board_id"),
                                        new Score(row.getInt("minutes"), row.getString("region_code")))))
                .list();
        return found;
    }

    /** The ids of these boards; those there were none of are made. */
    Map<BoardKey, Long> ids(Collection<BoardKey> keys) {
        Map<BoardKey, Long> ids = new HashMap<>();
        if (keys.isEmpty()) {
            return ids;
        }
        List<BoardKey> all = List.copyOf(keys);
        keyed("""
                insert into board (board_id, span, starts_on, facet)
                select id, span, starts_on, facet
                from unnest(:ids::bigint[], :spans::text[], :starts::date[], :facets::text[])
                    as t(id, span, starts_on, facet)
                where not exists (select 1 from board b where b.span = t.span and b.starts_on = t.starts_on
                    and b.facet = t.facet)
                on conflict do nothing""", all)
                .param("ids", all.stream().map(_ -> Ids.next()).toArray(Long[]::new))
                .update();
        keyed("""
                select b.board_id, b.span, b.starts_on, b.facet
                from unnest(:spans::text[], :starts::date[], :facets::text[]) as t(span, starts_on, facet)
                join board b on b.span = t.span and b.starts_on = t.starts_on and b.facet = t.facet""", all)
                .query((row, i) -> ids.put(key(row), row.getLong("board_id")))
                .list();
        return ids;
    }

    private JdbcClient.StatementSpec keyed(String sql, List<BoardKey> keys) {
        return jdbc.sql(sql)
                .param("spans", texts(keys, k -> k.span().name()))
                .param("starts", texts(keys, k -> k.startsOn().toString()))
                .param("facets", texts(keys, k -> k.facet().text()));
    }

    /** Writes the scores. */
    void write(Changes changes) {
        drop(changes.drops());
        put(changes.puts());
    }

    private void drop(List<Place> places) {
        if (!places.isEmpty()) {
            jdbc.sql("""
                            delete from board_score s using unnest(:people::bigint[], :boards::bigint[]) as t(v, b)
                            where s.volunteer_id = t.v and s.board_id = t.b""")
                    .param("people", numbers(places, Place::volunteerId))
                    .param("boards", numbers(places, Place::boardId))
                    .update();
        }
    }

    private void put(List<Put> puts) {
        if (!puts.isEmpty()) {
            jdbc.sql("""
                            insert into board_score (volunteer_id, board_id, minutes, region_code)
                            select * from unnest(:people::bigint[], :boards::bigint[], :minutes::int[], :regions::text[])
                            on conflict (volunteer_id, board_id) do update
                            set minutes = excluded.minutes, region_code = excluded.region_code""")
                    .param("people", numbers(puts, p -> p.place().volunteerId()))
                    .param("boards", numbers(puts, p -> p.place().boardId()))
                    .param("minutes", puts.stream().map(p -> p.score().amount()).toArray(Integer[]::new))
                    .param("regions", texts(puts, p -> p.score().region()))
                    .update();
        }
    }

    /** Moves tallies and heads by what the scores changed. */
    void follow(Changes changes) {
        List<Map.Entry<Count, Integer>> tally = new ArrayList<>(changes.tally().entrySet());
        if (!tally.isEmpty()) {
            jdbc.sql("""
                            merge into board_tally t using (
                                select * from unnest(:boards::bigint[], :regions::text[], :minutes::int[], :people::int[])
                                    as d(board_id, region_code, minutes, people)) d
                            on t.board_id = d.board_id and t.region_code = d.region_code and t.minutes = d.minutes
                            when matched and t.people + d.people = 0 then delete
                            when matched then update set people = t.people + d.people
                            when not matched then insert values (d.board_id, d.region_code, d.minutes, d.people)""")
                    .param("boards", numbers(tally, e -> e.getKey().boardId()))
                    .param("regions", texts(tally, e -> e.getKey().region()))
                    .param(
                            "minutes",
                            tally.stream().map(e -> e.getKey().amount()).toArray(Integer[]::new))
                    .param("people", tally.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                    .update();
        }
        List<Map.Entry<Head, Integer>> heads = new ArrayList<>(changes.heads().entrySet());
        if (!heads.isEmpty()) {
            jdbc.sql("""
                            merge into board_head h using (
                                select *, nextval('board_revision') as revision
                                from unnest(:boards::bigint[], :regions::text[], :people::int[])
                                    as d(board_id, region_code, people)) d
                            on h.board_id = d.board_id and h.region_code = d.region_code
                            when matched and h.people + d.people = 0 then delete
                            when matched then update set people = h.people + d.people, revision = d.revision
                            when not matched then insert values (d.board_id, d.region_code, d.people, d.revision)""")
                    .param("boards", numbers(heads, e -> e.getKey().boardId()))
                    .param("regions", texts(heads, e -> e.getKey().region()))
                    .param("people", heads.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                    .update();
        }
    }

    /** Scores of people who do not take part; how many there were. */
    int deleteStrangers() {
        return jdbc.sql("""
                        delete from board_score s
                        where not exists (select 1 from board_member m where m.volunteer_id = s.volunteer_id)""").update();
    }

    /**
     * All tallies and heads anew from the scores; what is read together lies together.
     *
     * @param lengths of the codes of the levels, from the city down
     * @return how many
     */
    long recount(List<Integer> lengths) {
        jdbc.sql("delete from board_tally").update();
        jdbc.sql("delete from board_head").update();
        long tallies =
                jdbc.sql("""
                        insert into board_tally (board_id, region_code, minutes, people)
                        select board_id, left(region_code, l), minutes, count(*)
                        from board_score cross join unnest(:lengths::int[]) as l where length(region_code) >= l
                        group by 1, 2, 3 order by 1, 2, 3""").param("lengths", lengths.toArray(Integer[]::new)).update();
        return tallies + jdbc.sql("""
                        insert into board_head (board_id, region_code, people, revision)
                        select board_id, region_code, sum(people), nextval('board_revision')
                        from board_tally group by 1, 2""").update();
    }

    static BoardKey key(ResultSet row) throws SQLException {
        return new BoardKey(
                Span.valueOf(row.getString("span")),
                row.getObject("starts_on", LocalDate.class),
                Facet.parse(row.getString("facet")));
    }

    private static <T> Long[] numbers(List<T> things, Function<T, Long> number) {
        return things.stream().map(number).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> things, Function<T, String> text) {
        return things.stream().map(text).toArray(String[]::new);
    }

    /** A score with the id of its board. */
    record Stored(long boardId, Score score) {}
}
