package org.yiwang.exchange;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.exchange.ArrivalView.State;
import org.yiwang.seal.Algorithm;
import org.yiwang.seal.PublicKey;

/** Passports from elsewhere. What became of each record in them is with {@link ClaimStore}. */
@Component
class ArrivalStore {

    private final JdbcClient jdbc;

    ArrivalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is new: a file is taken in once for each person. */
    boolean insert(ArrivalView a, byte[] sha256, byte[] sealed, long by) {
        return jdbc.sql("""
                                insert into exchange_arrival (volunteer_id, arrival_id, sha256, passport, origin, issuer_name, key_id,
                                    algorithm, public_key, state, moving, content_sealed, records, credit_minutes,
                                    honour_minutes, arrived_by, arrived_at, asked)
                                values (:volunteer, :arrival, :sha256, :passport, :origin, :issuer, :keyId, :algorithm, :key,
                                    'CLAIMED', :moving, :content, :records, :credit, :honour, :by, :at, :asked)
                                on conflict (volunteer_id, sha256) do nothing""")
                        .param("volunteer", a.volunteerId())
                        .param("arrival", a.arrivalId())
                        .param("sha256", sha256)
                        .param("passport", a.passport())
                        .param("origin", a.origin())
                        .param("issuer", a.issuer())
                        .param("keyId", a.key().id())
                        .param("algorithm", a.key().algorithm().name())
                        .param("key", a.key().encoded())
                        .param("moving", a.moving())
                        .param("content", sealed)
                        .param("records", a.totals().records())
                        .param("credit", a.totals().creditMinutes())
                        .param("honour", a.totals().honourMinutes())
                        .param("by", by)
                        .param("at", utc(a.arrivedAt()))
                        .param("asked", a.asked())
                        .update()
                == 1;
    }

    Optional<ArrivalView> find(long volunteerId, byte[] sha256) {
        return jdbc.sql("select * from exchange_arrival where volunteer_id = :volunteer and sha256 = :sha256")
                .param("volunteer", volunteerId)
                .param("sha256", sha256)
                .query((row, i) -> arrival(row))
                .optional();
    }

    Optional<ArrivalView> lock(long volunteerId, long arrivalId) {
        return jdbc.sql("""
                        select * from exchange_arrival
                        where volunteer_id = :volunteer and arrival_id = :arrival for update""")
                .param("volunteer", volunteerId)
                .param("arrival", arrivalId)
                .query((row, i) -> arrival(row))
                .optional();
    }

    List<ArrivalView> list(long volunteerId) {
        return jdbc.sql("select * from exchange_arrival where volunteer_id = :volunteer order by arrival_id desc")
                .param("volunteer", volunteerId)
                .query((row, i) -> arrival(row))
                .list();
    }

    List<ArrivalView> waiting(int limit, int offset) {
        return jdbc.sql("""
                        select * from exchange_arrival where state = 'CLAIMED'
                        order by arrived_at, arrival_id limit :limit offset :offset""")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> arrival(row))
                .list();
    }

    int countWaiting() {
        return jdbc.sql("select count(*) from exchange_arrival where state = 'CLAIMED'")
                .query(Integer.class)
                .single();
    }

    /** Those that wait for this key to be trusted, locked, in the order of their people. */
    List<ArrivalView> waitingFor(String keyId) {
        return jdbc.sql("""
                        select * from exchange_arrival where state = 'CLAIMED' and key_id = :key
                        order by volunteer_id, arrival_id for update""").param("key", keyId).query((row, i) -> arrival(row)).list();
    }

    byte[] content(long volunteerId, long arrivalId) {
        return jdbc.sql("""
                        select content_sealed from exchange_arrival
                        where volunteer_id = :volunteer and arrival_id = :arrival""")
                .param("volunteer", volunteerId)
                .param("arrival", arrivalId)
                .query((row, i) -> row.getBytes(1))
                .single();
    }

    byte[] sha256(long volunteerId, long arrivalId) {
        return jdbc.sql("""
                        select sha256 from exchange_arrival
                        where volunteer_id = :volunteer and arrival_id = :arrival""")
                .param("volunteer", volunteerId)
                .param("arrival", arrivalId)
                .query((row, i) -> row.getBytes(1))
                .single();
    }

    void decide(ArrivalView a, State state, long by, Instant at, @Nullable String reason) {
        jdbc.sql("""
                        update exchange_arrival set state = :state, decided_by = :by, decided_at = :at, reason = :reason
                        where volunteer_id = :volunteer and arrival_id = :arrival and state = 'CLAIMED'""")
                .param("state", state.name())
                .param("by", by)
                .param("at", utc(at))
                .param("reason", reason, Types.VARCHAR)
                .param("volunteer", a.volunteerId())
                .param("arrival", a.arrivalId())
                .update();
    }

    private static ArrivalView arrival(ResultSet row) throws SQLException {
        return new ArrivalView(
                row.getLong("volunteer_id"),
                row.getLong("arrival_id"),
                row.getString("passport"),
                row.getString("origin"),
                row.getString("issuer_name"),
                new PublicKey(Algorithm.valueOf(row.getString("algorithm")), row.getBytes("public_key")),
                State.valueOf(row.getString("state")),
                row.getBoolean("moving"),
                new Passport.Totals(
                        row.getInt("records"), row.getLong("credit_minutes"), row.getLong("honour_minutes")),
                instant(row, "arrived_at"),
                row.getBoolean("asked"),
                instantOrNull(row, "decided_at"),
                row.getString("reason"));
    }

    /** How many arrivals of the person wait for an office. */
    int countWaiting(long volunteerId) {
        return jdbc.sql("select count(*) from exchange_arrival where volunteer_id = :volunteer and state = 'CLAIMED'")
                .param("volunteer", volunteerId)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** Counts one more and returns how many there are that day, this one included. */
    int countTry(long accountId, LocalDate day) {
        return jdbc.sql("""
                        insert into exchange_arrival_try as t (account_id, day, tries) values (:account, :day, 1)
                        on conflict (account_id, day) do update set tries = t.tries + 1
                        returning tries""")
                .param("account", accountId)
                .param("day", day)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void deleteTries(LocalDate before) {
        jdbc.sql("delete from exchange_arrival_try where day < :day")
                .param("day", before)
                .update();
    }
}
