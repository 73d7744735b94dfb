package org.yiwang.exchange;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.exchange.PassportView.Departure;
import org.yiwang.exchange.PassportView.State;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;

/** Passports made here, and people who moved away with one. */
@Component
class PassportStore {

    private static final String ALL = """
            select p.*, exists (select 1 from exchange_departure d
                where d.volunteer_id = p.volunteer_id and d.passport_id = p.passport_id) as moved
            from exchange_passport p\s""";

    private final JdbcClient jdbc;

    PassportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A passport with the digest of its file. */
    record Kept(PassportView view, byte[] sha256) {}

    void insert(PassportView p, byte[] sha256, long by, boolean withDocument) {
        jdbc.sql("""
                        insert into exchange_passport (volunteer_id, passport_id, sha256, made_by, made_at, valid_until, moving,
                            with_document, records, credit_minutes, honour_minutes)
                        values (:volunteer, :passport, :sha256, :by, :at, :until, :moving, :document, :records, :credit,
                            :honour)""")
                .param("volunteer", p.volunteerId())
                .param("passport", p.passportId())
                .param("sha256", sha256)
                .param("by", by)
                .param("at", utc(p.madeAt()))
                .param("until", utc(p.validUntil()))
                .param("moving", p.moving())
                .param("document", withDocument)
                .param("records", p.totals().records())
                .param("credit", p.totals().creditMinutes())
                .param("honour", p.totals().honourMinutes())
                .update();
    }

    List<PassportView> list(long volunteerId, Instant now) {
        return jdbc.sql(ALL + "where p.volunteer_id = :volunteer order by p.passport_id desc")
                .param("volunteer", volunteerId)
                .query((row, i) -> kept(row, now).view())
                .list();
    }

    /**
     * Until the transaction ends, no passport of the person is made while a record in it ceases to count: the one that comes
     * later sees what the first has done.
     */
    void lock(long volunteerId) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('passport ' || :person, 0))) l")
                .param("person", volunteerId)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** A record that counted does so no more: what was made before says so, and holds no longer. */
    void outdate(long volunteerId, Instant at) {
        jdbc.sql("""
                        update exchange_passport set outdated_at = :at
                        where volunteer_id = :volunteer and outdated_at is null and revoked_at is null and valid_until > :at""").param("at", utc(at)).param("volunteer", volunteerId).update();
    }

    Optional<Kept> find(long passportId, Instant now) {
        return jdbc.sql(ALL + "where p.passport_id = :passport")
                .param("passport", passportId)
                .query((row, i) -> kept(row, now))
                .optional();
    }

    boolean revoke(long volunteerId, long passportId, Instant at) {
        return jdbc.sql("""
                                update exchange_passport set revoked_at = :at
                                where volunteer_id = :volunteer and passport_id = :passport and revoked_at is null
                                  and not exists (select 1 from exchange_departure d
                                      where d.volunteer_id = :volunteer and d.passport_id = :passport)""")
                        .param("at", utc(at))
                        .param("volunteer", volunteerId)
                        .param("passport", passportId)
                        .update()
                == 1;
    }

    /** Notes that the person has gone; refuses with {@code exchange.moved} if the person has already. */
    void depart(long volunteerId, Departure departure, String receipt, Collection<Long> records) {
        try {
            jdbc.sql("""
                            insert into exchange_departure (volunteer_id, passport_id, to_origin, to_name, receipt, at,
                                record_ids)
                            values (:volunteer, :passport, :origin, :name, :receipt, :at, :records::bigint[])""")
                    .param("volunteer", volunteerId)
                    .param("passport", departure.passportId())
                    .param("origin", departure.origin())
                    .param("name", departure.name())
                    .param("receipt", receipt)
                    .param("at", utc(departure.at()))
                    .param("records", records.stream().mapToLong(l -> l).toArray())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refusal(ExchangeProblem.MOVED);
        }
    }

    Optional<Departure> departure(long volunteerId) {
        return jdbc.sql("select * from exchange_departure where volunteer_id = :volunteer and back_at is null")
                .param("volunteer", volunteerId)
                .query((row, i) -> new Departure(
                        row.getLong("passport_id"),
                        row.getString("to_origin"),
                        row.getString("to_name"),
                        instant(row, "at")))
                .optional();
    }

    boolean comeBack(long volunteerId, Instant at) {
        return jdbc.sql("""
                                update exchange_departure set back_at = :at
                                where volunteer_id = :volunteer and back_at is null""")
                        .param("at", utc(at))
                        .param("volunteer", volunteerId)
                        .update()
                == 1;
    }

    /** A move, with the records that went along; null for one from before they were noted. */
    record Move(String name, Instant at, @Nullable Set<Long> records) {}

    /**
     * Moves whose hours the other platform certifies, the last first: until the person brings them back by a passport from
     * there, or has come back from a platform that is trusted here no longer.
     */
    List<Move> moves(long volunteerId) {
        return jdbc.sql("""
                        select d.to_name, d.at, d.record_ids from exchange_departure d
                        where d.volunteer_id = :volunteer and d.returned_at is null
                          and (d.back_at is null or exists (select 1 from exchange_issuer i
                              where i.origin = d.to_origin and i.confirmed_at is not null and i.withdrawn_at is null))
                        order by d.at desc""")
                .param("volunteer", volunteerId)
                .query((row, i) -> new Move(row.getString("to_name"), instant(row, "at"), records(row)))
                .list();
    }

    /** Moves to that platform from which the person has not brought the hours back. */
    List<Move> away(long volunteerId, String origin) {
        return jdbc.sql("""
                        select to_name, at, record_ids from exchange_departure
                        where volunteer_id = :volunteer and to_origin = :origin and returned_at is null""")
                .param("volunteer", volunteerId)
                .param("origin", origin)
                .query((row, i) -> new Move(row.getString("to_name"), instant(row, "at"), records(row)))
                .list();
    }

    /**
     * For each record that went away, did not come back as it went, and is not decided about, the move with which it went:
     * nobody certifies it here before.
     *
     * @param home name of our own log
     */
    List<Move> disputed(long volunteerId, String home) {
        return jdbc.sql("""
                        select distinct on (c.source_id) d.to_name, d.at, c.issuer_record
                        from exchange_claim c
                        join exchange_arrival a on a.volunteer_id = c.volunteer_id and a.arrival_id = c.arrival_id
                        join exchange_departure d on d.volunteer_id = a.volunteer_id and d.to_origin = a.origin
                        where c.volunteer_id = :volunteer and c.state = 'CONFLICT' and c.origin = :home
                        order by c.source_id, d.at desc""")
                .param("volunteer", volunteerId)
                .param("home", home)
                .query((row, i) -> new Move(
                        row.getString("to_name"),
                        instant(row, "at"),
                        Set.of(Ids.parse(row.getString("issuer_record")).orElseThrow())))
                .list();
    }

    /** The person is home again; what comes back is certified here. */
    void returned(long volunteerId, String origin, Instant at) {
        jdbc.sql("""
                        update exchange_departure set returned_at = :at, back_at = coalesce(back_at, :at)
                        where volunteer_id = :volunteer and to_origin = :origin and returned_at is null""")
                .param("at", utc(at))
                .param("volunteer", volunteerId)
                .param("origin", origin)
                .update();
    }

    private static @Nullable Set<Long> records(ResultSet row) throws SQLException {
        Array ids = row.getArray("record_ids");
        return ids == null ? null : Set.of((Long[]) ids.getArray());
    }

    private static Kept kept(ResultSet row, Instant now) throws SQLException {
        Instant until = instant(row, "valid_until");
        PassportView view = new PassportView(
                row.getLong("volunteer_id"),
                row.getLong("passport_id"),
                instant(row, "made_at"),
                until,
                row.getBoolean("moving"),
                new Passport.Totals(
                        row.getInt("records"), row.getLong("credit_minutes"), row.getLong("honour_minutes")),
                state(row, now.isAfter(until)),
                instantOrNull(row, "revoked_at"));
        return new Kept(view, row.getBytes("sha256"));
    }

    private static State state(ResultSet row, boolean over) throws SQLException {
        if (row.getBoolean("moved")) {
            return State.MOVED;
        }
        if (row.getObject("revoked_at") != null) {
            return State.REVOKED;
        }
        if (row.getObject("outdated_at") != null) {
            return State.OUTDATED;
        }
        return over ? State.EXPIRED : State.VALID;
    }
}
