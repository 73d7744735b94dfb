package org.yiwang.record;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that reads records on public notice, and who does not want to be named there. */
@Repository
class NoticeBoardStore {

    private final JdbcClient jdbc;
    private final RecordListStore lists;

    NoticeBoardStore(JdbcClient jdbc, RecordListStore lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /**
     * The latest first. Cut before the entries are looked up: PostgreSQL takes a person's number and a record's for independent,
     * expects one row of the join, and would look up the entries of everything on notice.
     */
    List<RecordView> list(NoticeQuery query, int offset, int limit) {
        Map<String, Object> params = new HashMap<>(Map.of("offset", offset, "limit", limit));
        StringBuilder where = new StringBuilder("c.state = 'NOTICE'");
        if (query.region() != null) {
            where.append(" and c.region_code like :region");
            params.put("region", query.region().value() + "%");
        }
        if (query.organizationId() != null) {
            where.append(" and c.organization_ancestors @> :organization");
            params.put("organization", new Long[] {query.organizationId()});
        }
        if (query.activityId() != null) {
            where.append(" and c.activity_id = :activity");
            params.put("activity", query.activityId());
        }
        return jdbc.sql("""
                        select e.*, c.state, c.hold, c.counts_on
                        from (
                            select volunteer_id, record_id, state, hold, counts_on from record_current c
                            where %s order by counts_on desc, volunteer_id desc, record_id desc
                            limit :limit offset :offset) c
                        join record_entry e on e.volunteer_id = c.volunteer_id and e.record_id = c.record_id
                        order by c.counts_on desc, c.volunteer_id desc, c.record_id desc""".formatted(where)).params(params).query(lists::view).list();
    }

    Optional<RecordView> find(long recordId) {
        return jdbc.sql("""
                        select e.*, c.state, c.hold, c.counts_on
                        from record_current c
                        join record_entry e on e.volunteer_id = c.volunteer_id and e.record_id = c.record_id
                        where c.record_id = :record and c.state = 'NOTICE'""").param("record", recordId).query(lists::view).optional();
    }

    Set<Long> hidden(Collection<Long> volunteerIds) {
        return jdbc
                .sql("select volunteer_id from record_name_hidden where volunteer_id = any(:people)")
                .param("people", volunteerIds.toArray(Long[]::new))
                .query((row, i) -> row.getLong(1))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void hide(long volunteerId, Instant at) {
        jdbc.sql("insert into record_name_hidden values (:volunteer, :at) on conflict do nothing")
                .param("volunteer", volunteerId)
                .param("at", utc(at))
                .update();
    }

    void show(long volunteerId) {
        jdbc.sql("delete from record_name_hidden where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .update();
    }
}
