package org.yiwang.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Reach;
import org.yiwang.record.RecordSum.By;

/** SQL that looks for records of teams and areas. Every statement binds how far the reader reaches. */
@Repository
class RecordSearchStore {

    private final JdbcClient jdbc;
    private final RecordListStore lists;

    RecordSearchStore(JdbcClient jdbc, RecordListStore lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** At most that many records, after the first ones. */
    List<RecordView> list(RecordQuery query, Reach reach, int offset, int limit) {
        Map<String, Object> params = new HashMap<>(Map.of("offset", offset, "limit", limit));
        String where = where(query, reach, params);
        where += state(query, params);
        // The page is cut in the narrow table; what is shown of it is read afterwards.
        return jdbc.sql("""
                        with chosen as materialized (
                            select volunteer_id, record_id, row_number() over (order by %1$s) as turn
                            from record_current c where %2$s order by %1$s limit :limit offset :offset
                        )
                        select e.*, c.state, c.hold, c.counts_on from chosen
                        join record_current c using (volunteer_id, record_id)
                        join record_entry e using (volunteer_id, record_id)
                        order by chosen.turn""".formatted(query.sort().columns(), where))
                .params(params)
                .query(lists::view)
                .list();
    }

    /** Whose records they are, each person once. */
    List<Long> people(RecordQuery query, Reach reach, int limit) {
        Map<String, Object> params = new HashMap<>(Map.of("limit", limit));
        String where = where(query, reach, params) + state(query, params);
        return jdbc.sql("select distinct volunteer_id from record_current c where %s limit :limit".formatted(where))
                .params(params)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    private static String state(RecordQuery query, Map<String, Object> params) {
        if (query.state() == null) {
            return " and " + WhatCounts.NOW_OR_LATER;
        }
        params.put("state", query.state().name());
        return " and state = :state";
    }

    /** The sum of all; from the totals of activities unless people or a state are asked for. */
    RecordSum sum(RecordQuery query, Reach reach) {
        Map<String, Object> params = new HashMap<>();
        return jdbc.sql("""
                        select '' as key, coalesce(sum(credit_minutes), 0) as credit, coalesce(sum(honour_minutes), 0) as honour,
                               coalesce(sum(waiting_minutes), 0) as waiting, coalesce(sum(records), 0) as records
                        from %s where %s""".formatted(table(query, By.MONTH), sums(query, reach, params)))
                .params(params)
                .query((row, i) ->
                        new RecordSum(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
    }

    /**
     * Sums by something: months in order, everything else with the most time first.
     *
     * @param length digits of the region codes to sum up by
     */
    List<RecordSum> sums(RecordQuery query, Reach reach, By by, int length, int limit) {
        Map<String, Object> params = new HashMap<>(Map.of("limit", limit));
        String key = switch (by) {
            case MONTH -> "to_char(service_date, 'YYYY-MM')";
            case CATEGORY -> "category";
            case REGION -> "left(region_code, " + length + ")";
            case ORGANIZATION -> "organization_id::text";
            case PERSON -> "volunteer_id::text";
        };
        return jdbc.sql("""
                        select %s as key, sum(credit_minutes) as credit, sum(honour_minutes) as honour,
                               sum(waiting_minutes) as waiting, sum(records) as records
                        from %s where %s group by 1 having sum(records) > 0
                        order by %s limit :limit""".formatted(
                        key,
                        table(query, by),
                        sums(query, reach, params),
                        by == By.MONTH ? "1 desc" : "sum(credit_minutes + honour_minutes + waiting_minutes) desc, 1"))
                .params(params)
                .query((row, i) ->
                        new RecordSum(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    /** Effective totals of people, of all years and wherever they served; who has none is left out. */
    List<RecordSum> ofPeople(Collection<Long> volunteerIds) {
        return jdbc.sql("""
                        select volunteer_id::text, sum(credit_minutes), sum(honour_minutes), 0, sum(records)
                        from record_total where volunteer_id = any(:people) group by 1""")
                .param("people", volunteerIds.toArray(Long[]::new))
                .query((row, i) ->
                        new RecordSum(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    private static String table(RecordQuery query, By by) {
        boolean single = query.state() != null || query.volunteerIds() != null || by == By.PERSON;
        return single ? "record_share" : "record_activity_total";
    }

    private static String sums(RecordQuery query, Reach reach, Map<String, Object> params) {
        String where = where(query, reach, params);
        if (query.state() != null) {
            where += " and state = :state";
            params.put("state", query.state().name());
        }
        return where;
    }

    private static String where(RecordQuery query, Reach reach, Map<String, Object> params) {
        StringBuilder where = new StringBuilder("service_date between :from and :to"
                + " and (region_code like any(:regions) or organization_ancestors && :organizations)");
        params.put("from", query.from());
        params.put("to", query.to());
        params.put("regions", reach.regionPatterns());
        params.put("organizations", reach.organizationIds());
        if (query.category() != null) {
            where.append(" and category = :category");
            params.put("category", query.category());
        }
        if (query.region() != null) {
            where.append(" and region_code like :region");
            params.put("region", query.region().value() + "%");
        }
        if (query.organizationId() != null) {
            where.append(" and organization_ancestors @> :organization");
            params.put("organization", new Long[] {query.organizationId()});
        }
        if (query.volunteerIds() != null) {
            where.append(" and volunteer_id = any(:people)");
            params.put("people", query.volunteerIds().toArray(Long[]::new));
        }
        return where.toString();
    }
}
