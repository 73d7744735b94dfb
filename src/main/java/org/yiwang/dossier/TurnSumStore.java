package org.yiwang.dossier;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that sums up voices by organization. */
@Repository
class TurnSumStore {

    private final JdbcClient jdbc;

    TurnSumStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of services on those days, those that have been opened, in whole groups. */
    Map<Long, TeamVoices.Sums> sums(
            Collection<Long> organizations, LocalDate from, LocalDate to, int group, Instant now) {
        Map<Long, TeamVoices.Sums> sums = new HashMap<>();
        jdbc.sql("""
                        with opened as (
                            select organization_id, activity_id, volunteer_id, safety, organizing, usefulness,
                                   least(opened_at, open_until) as at
                            from dossier_turn
                            where organization_id = any(:organizations) and volunteer_at is not null
                              and served_on between :from and :to and least(opened_at, open_until) <= :now),
                        placed as (
                            select *, row_number() over (partition by organization_id order by at, activity_id, volunteer_id)
                                       as place,
                                   count(*) over (partition by organization_id) / :group * :group as whole
                            from opened)
                        select organization_id, count(*)::int,
                               sum(num_nonnulls(safety, organizing, usefulness))::int,
                               sum((safety is not distinct from 3)::int + (organizing is not distinct from 3)::int
                                   + (usefulness is not distinct from 3)::int)::int
                        from placed where place <= whole group by 1""")
                .param("organizations", organizations.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .param("group", group)
                .param("now", utc(now))
                .query(row -> {
                    sums.put(row.getLong(1), new TeamVoices.Sums(row.getInt(2), row.getInt(3), row.getInt(4)));
                });
        return sums;
    }
}
