package org.yiwang.exchange;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.exchange.ArrivalView.Claim;
import org.yiwang.exchange.Doubt.Asked;

/** What officers ask for about records of platforms that are trusted no longer. */
@Component
class DoubtStore {

    private final JdbcClient jdbc;

    DoubtStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Claim claim, Asked asked) {
        jdbc.sql("""
                        insert into exchange_doubt (volunteer_id, source_id, why, evidence, asked_by, asked_at)
                        values (:volunteer, :source, :why, :evidence, :by, :at)""")
                .param("volunteer", claim.volunteerId())
                .param("source", claim.sourceId())
                .param("why", asked.why())
                .param("evidence", asked.evidence())
                .param("by", asked.by())
                .param("at", utc(asked.at()))
                .update();
    }

    Optional<Asked> find(Claim claim) {
        return jdbc.sql("select * from exchange_doubt where volunteer_id = :volunteer and source_id = :source")
                .param("volunteer", claim.volunteerId())
                .param("source", claim.sourceId())
                .query((row, i) -> asked(row))
                .optional();
    }

    /** A second officer confirmed it: the volunteer is told that this record is going to be void. */
    void confirm(Claim claim, long recordId, long by, Instant at) {
        jdbc.sql("""
                        update exchange_doubt set record_id = :record, confirmed_by = :by, confirmed_at = :at
                        where volunteer_id = :volunteer and source_id = :source and record_id is null""")
                .param("record", recordId)
                .param("by", by)
                .param("at", utc(at))
                .param("volunteer", claim.volunteerId())
                .param("source", claim.sourceId())
                .update();
    }

    /** Nothing is asked for any more. */
    void delete(Claim claim) {
        jdbc.sql("delete from exchange_doubt where volunteer_id = :volunteer and source_id = :source")
                .param("volunteer", claim.volunteerId())
                .param("source", claim.sourceId())
                .update();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getString("why"),
                row.getString("evidence"),
                row.getLong("asked_by"),
                instant(row, "asked_at"),
                row.getObject("record_id", Long.class));
    }
}
