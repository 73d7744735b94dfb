package org.yiwang.dossier;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.dossier.Qualities.Service;

/** SQL that reads evaluations in bulk. */
@Repository
class QualityStore {

    private final JdbcClient jdbc;

    QualityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Service, String> of(Collection<Service> services, Instant now) {
        Map<Service, String> said = new HashMap<>();
        jdbc.sql("""
                        select s.volunteer_id, s.activity_id, e.quality
                        from (select distinct v, a from unnest(:volunteers::bigint[], :activities::bigint[]) as k(v, a)) k
                        join dossier_standing s on s.volunteer_id = k.v and s.activity_id = k.a
                          and s.part = 'EVALUATION' and s.state = 'RECORDED'
                          and (s.shown_from is null or s.shown_from <= :now)
                        join dossier_evaluation e on e.volunteer_id = s.volunteer_id and e.entry_id = s.entry_id""")
                .param("volunteers", services.stream().map(Service::volunteerId).toArray(Long[]::new))
                .param("activities", services.stream().map(Service::activityId).toArray(Long[]::new))
                .param("now", utc(now))
                .query((row, i) -> said.put(new Service(row.getLong(1), row.getLong(2)), row.getString(3)))
                .list();
        return said;
    }

    List<Service> shown(Instant after, Instant until) {
        return jdbc.sql("""
                        select volunteer_id, activity_id from dossier_standing
                        where part = 'EVALUATION' and state = 'RECORDED' and activity_id is not null
                          and shown_from > :after and shown_from <= :until
                        order by volunteer_id, activity_id""")
                .param("after", utc(after))
                .param("until", utc(until))
                .query((row, i) -> new Service(row.getLong(1), row.getLong(2)))
                .list();
    }

    Optional<Long> activityOf(long volunteerId, long entryId) {
        return jdbc.sql("""
                        select activity_id from dossier_standing
                        where volunteer_id = :volunteer and entry_id = :entry and part = 'EVALUATION'
                          and activity_id is not null""")
                .param("volunteer", volunteerId)
                .param("entry", entryId)
                .query((row, i) -> row.getLong(1))
                .optional();
    }
}
