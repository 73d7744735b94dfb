package org.yiwang.exchange;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.exchange.ArrivalView.Claim;
import org.yiwang.exchange.ArrivalView.ClaimState;
import org.yiwang.kernel.Period;
import org.yiwang.record.TimeKind;

/** What became of each record in passports from elsewhere. */
@Component
class ClaimStore {

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a record here was made first. */
    record Came(String origin, String id, @Nullable String grade) {}

    int countConflicts() {
        return jdbc.sql("select count(*) from exchange_claim where state = 'CONFLICT'")
                .query(Integer.class)
                .single();
    }

    /** What is known of the person's records from elsewhere, by source. */
    Map<Long, Claim> claims(long volunteerId) {
        Map<Long, Claim> found = new HashMap<>();
        jdbc.sql("select * from exchange_claim where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .query((row, i) -> claim(row))
                .list()
                .forEach(c -> found.put(c.sourceId(), c));
        return found;
    }

    Optional<Claim> lockClaim(long volunteerId, long sourceId) {
        return jdbc.sql("""
                        select * from exchange_claim
                        where volunteer_id = :volunteer and source_id = :source for update""")
                .param("volunteer", volunteerId)
                .param("source", sourceId)
                .query((row, i) -> claim(row))
                .optional();
    }

    List<Claim> conflicts(int limit, int offset) {
        return jdbc.sql("""
                        select * from exchange_claim where state = 'CONFLICT'
                        order by volunteer_id, source_id limit :limit offset :offset""")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> claim(row))
                .list();
    }

    /** What came in by passports with this key and is on record waits for a decision from now on. */
    void doubt(String keyId, Instant at) {
        jdbc.sql("""
                        update exchange_claim c set doubted_at = :at from exchange_arrival a
                        where a.volunteer_id = c.volunteer_id and a.arrival_id = c.arrival_id and a.key_id = :key
                          and a.state = 'VERIFIED' and c.state = 'TAKEN' and c.doubted_at is null""").param("at", utc(at)).param("key", keyId).update();
    }

    /** Records on record here, not doubted yet, that were made on that platform or came in by a passport of it. */
    List<Claim> takenFrom(long volunteerId, String origin) {
        return jdbc.sql("""
                        select c.* from exchange_claim c
                        join exchange_arrival a on a.volunteer_id = c.volunteer_id and a.arrival_id = c.arrival_id
                        where c.volunteer_id = :volunteer and c.state = 'TAKEN' and c.doubted_at is null
                          and (c.origin = :origin or a.origin = :origin)
                        order by c.source_id""")
                .param("volunteer", volunteerId)
                .param("origin", origin)
                .query((row, i) -> claim(row))
                .list();
    }

    /** One that is on record waits for a decision from now on. */
    void doubt(Claim c, String why, Instant at) {
        jdbc.sql("""
                        update exchange_claim set doubted_at = :at, why = :why
                        where volunteer_id = :volunteer and source_id = :source and state = 'TAKEN' and doubted_at is null""")
                .param("at", utc(at))
                .param("why", why)
                .param("volunteer", c.volunteerId())
                .param("source", c.sourceId())
                .update();
    }

    /** Those about which somebody has to do something first, then those whose day is awaited. */
    List<Claim> doubted(int limit, int offset) {
        return jdbc.sql("""
                        select c.* from exchange_claim c
                        left join exchange_doubt d on d.volunteer_id = c.volunteer_id and d.source_id = c.source_id
                        where c.doubted_at is not null
                        order by (d.record_id is not null), c.volunteer_id, c.source_id limit :limit offset :offset""")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> claim(row))
                .list();
    }

    int countDoubted() {
        return jdbc.sql("select count(*) from exchange_claim where doubted_at is not null")
                .query(Integer.class)
                .single();
    }

    /** The doubted one whose record was announced to be void, locked. */
    Optional<Claim> lockAnnounced(long volunteerId, long recordId) {
        return jdbc.sql("""
                        select c.* from exchange_doubt d
                        join exchange_claim c on c.volunteer_id = d.volunteer_id and c.source_id = d.source_id
                        where d.volunteer_id = :volunteer and d.record_id = :record and c.doubted_at is not null
                        for update of c""")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .query((row, i) -> claim(row))
                .optional();
    }

    Optional<Claim> lockDoubted(long volunteerId, long sourceId) {
        return jdbc.sql("""
                        select * from exchange_claim
                        where volunteer_id = :volunteer and source_id = :source and doubted_at is not null for update""")
                .param("volunteer", volunteerId)
                .param("source", sourceId)
                .query((row, i) -> claim(row))
                .optional();
    }

    /** Writes what became of records; what is decided already stays. */
    void put(long arrivalId, List<Claim> claims, Instant at) {
        for (Claim c : claims) {
            jdbc.sql("""
                            insert into exchange_claim as e (volunteer_id, source_id, arrival_id, origin, issuer_record, state,
                                title, organization, region, service_date, served_from, served_to, service_minutes,
                                time_kind, grade, record_id, why, decided_at)
                            values (:volunteer, :source, :arrival, :origin, :record, :state, :title, :organization, :region,
                                :date, :from, :to, :minutes, :kind, :grade, :recordId, :why, :at)
                            on conflict (volunteer_id, source_id) do update
                            set state = excluded.state, arrival_id = excluded.arrival_id, record_id = excluded.record_id,
                                why = excluded.why, grade = excluded.grade, service_minutes = excluded.service_minutes,
                                served_from = excluded.served_from, served_to = excluded.served_to,
                                decided_at = excluded.decided_at
                            where e.state in ('CLAIMED', 'WAITING') and excluded.state <> 'CLAIMED'""")
                    .param("volunteer", c.volunteerId())
                    .param("source", c.sourceId())
                    .param("arrival", arrivalId)
                    .param("origin", c.origin())
                    .param("record", c.issuerRecord())
                    .param("state", c.state().name())
                    .param("title", c.title())
                    .param("organization", c.organization())
                    .param("region", c.region())
                    .param("date", c.date())
                    .param("from", utc(c.served().start()))
                    .param("to", utc(c.served().end()))
                    .param("minutes", c.minutes())
                    .param("kind", c.kind().name())
                    .param("grade", c.grade(), Types.VARCHAR)
                    .param("recordId", c.recordId(), Types.BIGINT)
                    .param("why", c.why(), Types.VARCHAR)
                    .param("at", utc(at))
                    .update();
        }
    }

    /** Waits for a decision from now on, also if it was at home or decided about before. */
    void dispute(long arrivalId, List<Claim> claims, Instant at) {
        put(arrivalId, claims, at);
        for (Claim c : claims) {
            jdbc.sql("""
                            update exchange_claim
                            set state = 'CONFLICT', arrival_id = :arrival, why = :why, service_minutes = :minutes,
                                served_from = :from, served_to = :to, time_kind = :kind, decided_by = null, decided_at = :at
                            where volunteer_id = :volunteer and source_id = :source and state in ('HOME', 'DROPPED')""")
                    .param("arrival", arrivalId)
                    .param("why", c.why())
                    .param("minutes", c.minutes())
                    .param("from", utc(c.served().start()))
                    .param("to", utc(c.served().end()))
                    .param("kind", c.kind().name())
                    .param("at", utc(at))
                    .param("volunteer", c.volunteerId())
                    .param("source", c.sourceId())
                    .update();
        }
    }

    /** Settles a conflict or a doubt. */
    void settle(Claim c, long by, Instant at) {
        jdbc.sql("""
                        update exchange_claim
                        set state = :state, record_id = :record, why = :why, decided_by = :by, decided_at = :at,
                            doubted_at = null
                        where volunteer_id = :volunteer and source_id = :source""")
                .param("state", c.state().name())
                .param("record", c.recordId(), Types.BIGINT)
                .param("why", c.why(), Types.VARCHAR)
                .param("by", by)
                .param("at", utc(at))
                .param("volunteer", c.volunteerId())
                .param("source", c.sourceId())
                .update();
    }

    /** For each record here that came from elsewhere, where it was made first. */
    Map<Long, Came> came(long volunteerId) {
        Map<Long, Came> came = new HashMap<>();
        jdbc.sql("""
                        select record_id, origin, issuer_record, grade from exchange_claim
                        where volunteer_id = :volunteer and state = 'TAKEN'""").param("volunteer", volunteerId).query(row -> {
            came.put(
                    row.getLong("record_id"),
                    new Came(row.getString("origin"), row.getString("issuer_record"), row.getString("grade")));
        });
        return came;
    }

    /** The arrival by which a claim came last. */
    long arrivalOf(Claim c) {
        return jdbc.sql("select arrival_id from exchange_claim where volunteer_id = :volunteer and source_id = :source")
                .param("volunteer", c.volunteerId())
                .param("source", c.sourceId())
                .query((row, i) -> row.getLong(1))
                .single();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getLong("volunteer_id"),
                row.getLong("source_id"),
                row.getString("origin"),
                row.getString("issuer_record"),
                ClaimState.valueOf(row.getString("state")),
                row.getString("title"),
                row.getString("organization"),
                row.getString("region"),
                row.getObject("service_date", LocalDate.class),
                new Period(instant(row, "served_from"), instant(row, "served_to")),
                row.getInt("service_minutes"),
                TimeKind.valueOf(row.getString("time_kind")),
                row.getString("grade"),
                row.getObject("record_id", Long.class),
                row.getString("why"));
    }
}
