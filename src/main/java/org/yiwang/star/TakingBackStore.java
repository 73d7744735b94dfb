package org.yiwang.star;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of announcements that a star is to be taken back. */
@Repository
class TakingBackStore {

    private final JdbcClient jdbc;

    TakingBackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was put down: not if one about the star is open. */
    boolean insert(TakingBack t) {
        return jdbc.sql("""
                        insert into star_taking_back (id, award_id, announced_by, announced_at, reason, evidence,
                            rule_version, object_until)
                        values (:id, :award, :by, :at, :reason, :evidence, :version, :until)
                        on conflict do nothing""")
                        .param("id", t.id())
                        .param("award", t.awardId())
                        .param("by", t.announcedBy())
                        .param("at", utc(t.announcedAt()))
                        .param("reason", t.reason())
                        .param("evidence", t.evidence())
                        .param("version", t.ruleVersion())
                        .param("until", t.objectUntil())
                        .update()
                == 1;
    }

    Optional<TakingBack> open(long awardId) {
        return jdbc.sql("select * from star_taking_back where award_id = :award and outcome is null")
                .param("award", awardId)
                .query((row, i) -> taking(row))
                .optional();
    }

    List<TakingBack> ofVolunteer(long volunteerId) {
        return jdbc.sql("""
                        select t.* from star_taking_back t join star_award a on a.id = t.award_id
                        where a.volunteer_id = :volunteer order by t.announced_at desc""")
                .param("volunteer", volunteerId)
                .query((row, i) -> taking(row))
                .list();
    }

    void object(long id, String objection, Instant at) {
        jdbc.sql("update star_taking_back set objection = :objection, objected_at = :at where id = :id")
                .param("objection", objection)
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    void decide(long id, TakingBack.Outcome outcome, String answer, long by, Instant at) {
        jdbc.sql("""
                        update star_taking_back set outcome = :outcome, answer = :answer, decided_by = :by,
                            decided_at = :at
                        where id = :id and outcome is null""")
                .param("outcome", outcome.name())
                .param("answer", answer)
                .param("by", by)
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    private static TakingBack taking(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new TakingBack(
                row.getLong("id"),
                row.getLong("award_id"),
                row.getLong("announced_by"),
                instant(row, "announced_at"),
                row.getString("reason"),
                row.getString("evidence"),
                row.getInt("rule_version"),
                row.getObject("object_until", LocalDate.class),
                row.getString("objection"),
                instantOrNull(row, "objected_at"),
                outcome == null ? null : TakingBack.Outcome.valueOf(outcome),
                row.getObject("decided_by", Long.class),
                instantOrNull(row, "decided_at"),
                row.getString("answer"));
    }
}
