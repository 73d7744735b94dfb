package org.yiwang.letter;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of whom year letters were sent to, and who wants none. */
@Repository
class PostStore {

    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that the letter goes to these people; those to whom it went before are not among the answer. */
    Set<Long> send(Collection<Long> volunteerIds, int year, int ruleVersion, Instant now) {
        return new HashSet<>(jdbc.sql("""
                        insert into letter_sent (volunteer_id, year, sent_at, rule_version)
                        select v, :year, :now, :version from unnest(:volunteers) as v
                        on conflict do nothing returning volunteer_id""")
                .param("year", year)
                .param("now", Timestamp.from(now))
                .param("version", ruleVersion)
                .param("volunteers", volunteerIds.toArray(Long[]::new))
                .query((row, i) -> row.getLong(1))
                .list());
    }

    Set<Long> unwanted(Collection<Long> volunteerIds) {
        return new HashSet<>(jdbc.sql("select volunteer_id from letter_unwanted where volunteer_id = any(:volunteers)")
                .param("volunteers", volunteerIds.toArray(Long[]::new))
                .query((row, i) -> row.getLong(1))
                .list());
    }

    void setUnwanted(long volunteerId, Instant now) {
        jdbc.sql("insert into letter_unwanted (volunteer_id, since) values (:volunteer, :now) on conflict do nothing")
                .param("volunteer", volunteerId)
                .param("now", Timestamp.from(now))
                .update();
    }

    void setWanted(long volunteerId) {
        jdbc.sql("delete from letter_unwanted where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .update();
    }
}
