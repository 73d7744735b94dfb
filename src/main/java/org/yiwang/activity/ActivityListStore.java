package org.yiwang.activity;

import static org.yiwang.platform.Moments.utc;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Reach;

/** Ids of activities for the lists of organizers and offices. */
@Component
class ActivityListStore {

    private static final String WITHIN = "(region_code like any(:patterns) or ancestors && :organizations)";

    private final JdbcClient jdbc;
    private final Clock clock;

    ActivityListStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Long> listCurrent(Reach reach, int days) {
        ZoneId zone = clock.getZone();
        LocalDate today = LocalDate.now(clock);
        Instant from = today.atStartOfDay(zone).toInstant();
        Instant to = today.plusDays(days + 1L).atStartOfDay(zone).toInstant();
        return jdbc.sql("""
                        select a.activity_id
                        from activity a join activity_shift s using (activity_id)
                        where a.state = 'PUBLISHED' and a.ends_at > :from and a.starts_at < :to
                            and s.ends_at > :from and s.starts_at < :to and %s
                        group by a.activity_id
                        order by min(s.starts_at), a.activity_id limit 200""".formatted(WITHIN))
                .param("from", utc(from))
                .param("to", utc(to))
                .param("patterns", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .query((row, i) -> row.getLong(1))
                .list();
    }

    List<Long> listToClose(Reach reach) {
        return jdbc.sql("""
                        select activity_id from activity
                        where state = 'PUBLISHED' and ends_at <= :now and %s
                        order by ends_at, activity_id limit 200""".formatted(WITHIN))
                .param("now", utc(clock.instant()))
                .param("patterns", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Activities in reach, newest first; of one state where one is named, {@code limit} after {@code offset}. */
    List<Long> listWithin(Reach reach, @Nullable State state, int offset, int limit) {
        return jdbc.sql("""
                        select activity_id from activity
                        where (:state::text is null or state = :state) and %s
                        order by starts_at desc, activity_id desc offset :offset limit :limit""".formatted(WITHIN))
                .param("state", state == null ? null : state.name())
                .param("patterns", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** What waits for review in those regions, what starts first on top. */
    List<Long> listInReview(Reach reach, int offset, int limit) {
        return jdbc.sql("""
                        select activity_id from activity
                        where state = 'IN_REVIEW' and %s
                        order by starts_at, activity_id offset :offset limit :limit""".formatted(WITHIN))
                .param("patterns", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list();
    }
}
