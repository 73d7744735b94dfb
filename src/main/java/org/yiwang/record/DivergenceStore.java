package org.yiwang.record;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares how records stand with what was recorded, for some people at a time. */
@Component
class DivergenceStore {

    private final JdbcClient jdbc;

    DivergenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person with whom so many entries after a person are passed; none if fewer are left. */
    Optional<Long> end(long after, int entries) {
        return jdbc.sql("""
                        select volunteer_id from record_entry where volunteer_id > :after
                        order by volunteer_id offset :entries limit 1""")
                .param("after", after)
                .param("entries", entries)
                .query((row, i) -> row.getLong("volunteer_id"))
                .optional();
    }

    /** Records of the people after one and up to another that stand otherwise than they were recorded. */
    List<Divergence> ofRecords(long after, long to) {
        return jdbc.sql("""
                        with compared as (
                            select volunteer_id, record_id, e.made_at, c.state, concat_ws(', ',
                                    case when c.state is distinct from s.state then 'state' end,
                                    case when c.hold is distinct from s.hold then 'hold' end,
                                    case when c.service_minutes <> e.service_minutes then 'service_minutes' end,
                                    case when c.time_kind <> e.time_kind then 'time_kind' end,
                                    case when c.category <> e.category then 'category' end,
                                    case when c.service_date <> e.service_date then 'service_date' end,
                                    case when c.activity_id <> e.activity_id then 'activity_id' end,
                                    case when c.organization_id is distinct from e.organization_id
                                        then 'organization_id' end,
                                    case when c.region_code <> e.region_code then 'region_code' end,
                                    case when n.told_on is not null and c.counts_on is distinct from n.told_on
                                        then 'counts_on' end,
                                    case when c.live_span <> tstzrange(e.counted_from, e.counted_to)
                                            or c.hold is distinct from 'CASE' and (c.live_span is not null) <> (
                                                e.counted_from is not null and (c.state in ('PENDING', 'NOTICE', 'EFFECTIVE')
                                                    or coalesce(c.hold in ('LONG_DAY', 'VERY_LONG_DAY'), false)))
                                        then 'live_span' end) as differing,
                                s.state in ('EFFECTIVE', 'SUPERSEDED', 'VOID')
                                    and l.leaf_index is null and u.step_no is null as unsealed
                            from (select * from record_current where volunteer_id > :after and volunteer_id <= :to) c
                            full join (select * from record_entry where volunteer_id > :after and volunteer_id <= :to) e
                                using (volunteer_id, record_id)
                            left join (
                                select distinct on (volunteer_id, record_id) volunteer_id, record_id, step_no, state, hold
                                from record_step where volunteer_id > :after and volunteer_id <= :to
                                order by volunteer_id, record_id, step_no desc) s using (volunteer_id, record_id)
                            left join (
                                -- Older steps onto notice do not say until when.
                                select distinct on (volunteer_id, record_id) volunteer_id, record_id, counts_on as told_on
                                from record_step where volunteer_id > :after and volunteer_id <= :to
                                    and (counts_on is not null or state = 'NOTICE')
                                order by volunteer_id, record_id, step_no desc) n using (volunteer_id, record_id)
                            left join record_leaf l using (volunteer_id, record_id, step_no)
                            left join record_unsealed u using (volunteer_id, record_id, step_no))
                        select volunteer_id, record_id,
                            case when made_at is null then 'NO_ENTRY' when state is null then 'NO_STANDING'
                                when differing <> '' then 'DIFFERS' else 'NOT_SEALED' end as what,
                            case when made_at is null or state is null then '' else differing end as detail
                        from compared where made_at is null or state is null or differing <> '' or unsealed
                        order by volunteer_id, record_id""")
                .param("after", after)
                .param("to", to)
                .query((row, i) -> new Divergence(
                        Divergence.What.valueOf(row.getString("what")),
                        row.getLong("volunteer_id"),
                        row.getLong("record_id"),
                        row.getString("detail")))
                .list();
    }

    /** Totals of the people after one and up to another that are not the sum of what counts. */
    List<Divergence> ofTotals(long after, long to) {
        return jdbc.sql("""
                        select volunteer_id, year || ' ' || category as detail
                        from (
                        """ + WhatCounts.TOTALS + """
                            and c.volunteer_id > :after and c.volunteer_id <= :to group by 1, 2, 3) n
                        full join (select * from record_total where volunteer_id > :after and volunteer_id <= :to) t
                            using (volunteer_id, year, category)
                        where coalesce(n.credit_minutes, 0) <> coalesce(t.credit_minutes, 0)
                            or coalesce(n.honour_minutes, 0) <> coalesce(t.honour_minutes, 0)
                            or coalesce(n.records, 0) <> coalesce(t.records, 0)
                        order by volunteer_id, year, category""")
                .param("after", after)
                .param("to", to)
                .query((row, i) -> new Divergence(
                        Divergence.What.TOTAL, row.getLong("volunteer_id"), null, row.getString("detail")))
                .list();
    }
}
