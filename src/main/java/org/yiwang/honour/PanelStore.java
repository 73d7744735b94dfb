package org.yiwang.honour;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of panels, their scores and the ties they decide. */
@Repository
class PanelStore {

    private final JdbcClient jdbc;

    PanelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody on the panel; seat 1 is in the chair. */
    record Seat(long accountId, long volunteerId, int seat) {}

    List<Seat> seats(long round) {
        return jdbc.sql("select account_id, volunteer_id, seat from honour_panel where round_id = :round order by seat")
                .param("round", round)
                .query((row, i) -> new Seat(row.getLong(1), row.getLong(2), row.getInt(3)))
                .list();
    }

    void add(long round, Seat seat) {
        jdbc.sql("""
                        insert into honour_panel (round_id, account_id, volunteer_id, seat)
                        values (:round, :account, :volunteer, :seat)""")
                .param("round", round)
                .param("account", seat.accountId())
                .param("volunteer", seat.volunteerId())
                .param("seat", seat.seat())
                .update();
    }

    void remove(long round, long account) {
        jdbc.sql("delete from honour_panel where round_id = :round and account_id = :account")
                .param("round", round)
                .param("account", account)
                .update();
    }

    /** Rounds on whose panel the person is, the latest first. */
    List<Long> roundsOf(long account) {
        return jdbc.sql(
                        "select round_id from honour_panel where account_id = :account order by round_id desc limit 100")
                .param("account", account)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    void score(long nomination, long account, List<Integer> scores, Instant now) {
        jdbc.sql("""
                        insert into honour_score (nomination_id, account_id, criterion, score, scored_at)
                        select :nomination, :account, n, s, :now
                        from unnest(:scores::int[]) with ordinality as t(s, n)
                        on conflict (nomination_id, account_id, criterion) do update
                        set score = excluded.score, scored_at = excluded.scored_at""")
                .param("nomination", nomination)
                .param("account", account)
                .param("scores", scores.toArray(Integer[]::new))
                .param("now", utc(now))
                .update();
    }

    /** Leaves out for good what a judge scored for these nominees. */
    void leaveOut(long account, Collection<Long> nominations) {
        jdbc.sql("""
                        update honour_score set left_out = true
                        where account_id = :account and nomination_id = any(:nominations)""")
                .param("account", account)
                .param("nominations", nominations.toArray(Long[]::new))
                .update();
    }

    /** The sheets of a round that are not left out: by nomination, by judge, one score for each criterion in order. */
    Map<Long, Map<Long, List<Integer>>> sheets(long round) {
        Map<Long, Map<Long, List<Integer>>> all = new HashMap<>();
        jdbc.sql("""
                        select s.nomination_id, s.account_id, s.score from honour_score s
                        join honour_nomination n on n.nomination_id = s.nomination_id
                        where n.round_id = :round and not s.left_out order by s.nomination_id, s.account_id, s.criterion""")
                .param("round", round)
                .query((row, i) -> all.computeIfAbsent(row.getLong(1), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getLong(2), _ -> new ArrayList<>())
                        .add(row.getInt(3)))
                .list();
        return all;
    }

    /** Puts those with the same total into an order. */
    void decideTie(long round, int total, List<Long> order, long account, String why, Instant now) {
        jdbc.sql("""
                        update honour_nomination n set tie_order = t.o
                        from unnest(:order::bigint[]) with ordinality as t(id, o)
                        where n.nomination_id = t.id and n.round_id = :round""")
                .param("order", order.toArray(Long[]::new))
                .param("round", round)
                .update();
        jdbc.sql("""
                        insert into honour_tie (round_id, total, decided_by, decided_at, why)
                        values (:round, :total, :account, :now, :why)""")
                .param("round", round)
                .param("total", total)
                .param("account", account)
                .param("now", utc(now))
                .param("why", why)
                .update();
    }

    /** Why ties were decided as they were, by the total that they were about. */
    Map<Integer, String> ties(long round) {
        Map<Integer, String> all = new HashMap<>();
        jdbc.sql("select total, why from honour_tie where round_id = :round")
                .param("round", round)
                .query((row, i) -> all.put(row.getInt(1), row.getString(2)))
                .list();
        return all;
    }
}
