package org.yiwang.record;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * SQL that holds the standing of every record against its entry and its steps, from which it follows. Two facts are kept
 * with the standing only, and left as they are: who stood above the organization when the record was made, and when it begins
 * to count where an older step onto notice does not say.
 */
@Repository
class StandingStore {

    private final JdbcClient jdbc;

    StandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sets every standing to what its entry and its steps say; those that said otherwise. The last step is the state; a
     * record claims its time by its last step before it was frozen, and no longer once it is over.
     */
    List<RecordKey> rebuild() {
        jdbc.sql("lock table record_current in exclusive mode").update();
        return jdbc.sql("""
                        with told as (
                            select e.volunteer_id, e.record_id, e.activity_id, e.organization_id, e.region_code,
                                   e.service_date, e.category, e.time_kind, e.service_minutes, last.state, last.hold,
                                   case when last.state not in ('SUPERSEDED', 'VOID') and e.counted_from is not null
                                             and (free.state in ('PENDING', 'NOTICE', 'EFFECTIVE')
                                                  or free.hold in ('LONG_DAY', 'VERY_LONG_DAY'))
                                        then tstzrange(e.counted_from, e.counted_to) end as live_span,
                                   notice.counts_on
                            from record_entry e
                            cross join lateral (
                                select s.state, s.hold from record_step s
                                where s.volunteer_id = e.volunteer_id and s.record_id = e.record_id
                                order by s.step_no desc limit 1) last
                            cross join lateral (
                                select s.state, s.hold from record_step s
                                where s.volunteer_id = e.volunteer_id and s.record_id = e.record_id
                                  and s.hold is distinct from 'CASE'
                                order by s.step_no desc limit 1) free
                            left join lateral (
                                select s.counts_on from record_step s
                                where s.volunteer_id = e.volunteer_id and s.record_id = e.record_id
                                  and (s.counts_on is not null or s.state = 'NOTICE')
                                order by s.step_no desc limit 1) notice on true
                        )
                        update record_current c set activity_id = t.activity_id, organization_id = t.organization_id,
                            region_code = t.region_code, service_date = t.service_date, category = t.category,
                            time_kind = t.time_kind, service_minutes = t.service_minutes, state = t.state, hold = t.hold,
                            live_span = t.live_span, counts_on = coalesce(t.counts_on, c.counts_on)
                        from told t
                        where c.volunteer_id = t.volunteer_id and c.record_id = t.record_id
                          and (c.activity_id, c.organization_id, c.region_code, c.service_date, c.category, c.time_kind,
                               c.service_minutes, c.state, c.hold, c.live_span, c.counts_on)
                              is distinct from
                              (t.activity_id, t.organization_id, t.region_code, t.service_date, t.category, t.time_kind,
                               t.service_minutes, t.state, t.hold, t.live_span, coalesce(t.counts_on, c.counts_on))
                        returning c.volunteer_id, c.record_id""")
                .query((row, i) -> new RecordKey(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** Records without any standing. Without the two facts kept there only it cannot be made anew. */
    List<RecordKey> lost() {
        return jdbc.sql("""
                        select e.volunteer_id, e.record_id from record_entry e
                        left join record_current c on c.volunteer_id = e.volunteer_id and c.record_id = e.record_id
                        where c.record_id is null order by 1, 2""")
                .query((row, i) -> new RecordKey(row.getLong(1), row.getLong(2)))
                .list();
    }
}
