package org.yiwang.activity;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityFilter.Wanted;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;

/** Queries of the public list and the calendar. */
@Component
class ActivitySearchStore {

    private static final OffsetDateTime FOREVER = OffsetDateTime.parse("9999-01-01T00:00:00Z");
    private static final int PER_DAY = 4;

    private final JdbcClient jdbc;
    private final ActivityNames names;
    private final Regions regions;
    private final Clock clock;

    ActivitySearchStore(JdbcClient jdbc, ActivityNames names, Regions regions, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.regions = regions;
        this.clock = clock;
    }

    List<ActivityCard> list(ActivityFilter filter, Instant now, int offset, int limit) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        List<String> where = conditions(filter, now, params);
        ActivityFilter.Point near = filter.near();
        String distance = near == null ? "null::float8" : DISTANCE;
        if (near != null) {
            params.put("lat", near.latitude());
            params.put("lng", near.longitude());
        }
        params.put("offset", offset);
        params.put("limit", limit);
        Names known = new Names();
        return jdbc.sql("""
                        select a.activity_id, a.title, a.organization_id, a.region_code, a.categories[1] as category,
                            a.address, a.has_free, a.recruit_scope, n.starts_at, n.ends_at, n.shifts,
                            coalesce(a.recruit_from, a.published_at) <= :now
                                and coalesce(a.recruit_to, a.last_start_at) > :now as open,
                            coalesce(a.recruit_from, a.published_at) > :now as opens_later,
                            %s as distance
                        from activity a join lateral (
                            select s.starts_at, s.ends_at, count(*) over () as shifts
                            from activity_shift s
                            where s.activity_id = a.activity_id and s.ends_at > :from and s.starts_at < :to
                            order by s.starts_at limit 1) n on true
                        where %s
                        order by %s n.starts_at, a.activity_id
                        offset :offset limit :limit""".formatted(
                                distance, String.join(" and ", where), near == null ? "" : "distance nulls last,"))
                .params(params)
                .query((row, i) -> card(row, known))
                .list();
    }

    private static final String DISTANCE = """
            (6371000 * 2 * asin(sqrt(least(1, power(sin(radians(a.latitude - :lat) / 2), 2)
                + cos(radians(:lat)) * cos(radians(a.latitude)) * power(sin(radians(a.longitude - :lng) / 2), 2)))))""";

    private List<String> conditions(ActivityFilter filter, Instant now, Map<String, @Nullable Object> params) {
        ZoneId zone = clock.getZone();
        List<String> where = new ArrayList<>(List.of(
                "a.state = 'PUBLISHED'",
                "a.recruit_scope <> 'PRIVATE'",
                "a.ends_at > :from",
                "a.starts_at < :to",
                "a.region_code like :region"));
        LocalDate first = filter.from();
        Instant from = first == null ? now : first.atStartOfDay(zone).toInstant();
        LocalDate last = filter.to();
        params.put("now", utc(now));
        params.put("from", utc(from.isBefore(now) ? now : from));
        params.put(
                "to",
                last == null ? FOREVER : utc(last.plusDays(1).atStartOfDay(zone).toInstant()));
        params.put("region", filter.region().value() + "%");
        if (filter.category() != null) {
            where.add(":category = any(a.categories)");
            params.put("category", filter.category());
        }
        if (filter.wanted() == Wanted.FREE) {
            where.add("a.has_free");
        }
        if (filter.wanted() != Wanted.ALL) {
            where.add("""
                    coalesce(a.recruit_from, a.published_at) <= :now
                        and coalesce(a.recruit_to, a.last_start_at) > :now""");
        }
        String plain = Bigrams.plain(filter.words());
        if (!Bigrams.of(plain).isEmpty()) {
            where.add("a.bigrams @> :bigrams::text[]");
            params.put("bigrams", Bigrams.of(plain).toArray(String[]::new));
        }
        // The pairs may stand anywhere in the text; the words must stand there as they are.
        int n = 0;
        for (String word : Bigrams.words(plain)) {
            where.add("a.search_text like :word" + n);
            params.put("word" + n++, "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return where;
    }

    private ActivityCard card(ResultSet row, Names known) throws SQLException {
        Double distance = (Double) row.getObject("distance");
        return new ActivityCard(
                row.getLong("activity_id"),
                row.getString("title"),
                known.organizations.computeIfAbsent(row.getLong("organization_id"), names::organization),
                regions.find(new RegionCode(row.getString("region_code")))
                        .map(RegionView::name)
                        .orElse(""),
                names.label("category", row.getString("category")),
                new Period(instant(row, "starts_at"), instant(row, "ends_at")),
                row.getInt("shifts"),
                row.getString("address"),
                row.getBoolean("open"),
                row.getBoolean("opens_later"),
                row.getBoolean("has_free"),
                RecruitScope.valueOf(row.getString("recruit_scope")),
                distance == null ? null : (int) Math.round(distance));
    }

    /** Names looked up once for a page. */
    private record Names(Map<Long, String> organizations) {
        Names() {
            this(new LinkedHashMap<>());
        }
    }

    List<CalendarDay> calendar(YearMonth month, RegionCode region, @Nullable String category) {
        ZoneId zone = clock.getZone();
        Map<LocalDate, List<CalendarDay.Entry>> entries = new TreeMap<>();
        Map<LocalDate, Integer> all = new LinkedHashMap<>();
        jdbc.sql("""
                        select day, activity_id, title, start, has_free, of_day from (
                            select day, activity_id, title, start, has_free,
                                row_number() over (partition by day order by start, activity_id) as nth,
                                count(*) over (partition by day) as of_day
                            from (
                                select (s.starts_at at time zone :zone)::date as day, a.activity_id, a.title, a.has_free,
                                    min(s.starts_at) as start
                                from activity_shift s join activity a using (activity_id)
                                where s.starts_at >= :from and s.starts_at < :to
                                    and a.state in ('PUBLISHED', 'CLOSED') and a.recruit_scope <> 'PRIVATE'
                                    and a.region_code like :region
                                    and (:category::text is null or :category = any(a.categories))
                                group by 1, 2, 3, 4) shifts) days
                        where nth <= :most order by day, start, activity_id""")
                .param("zone", zone.getId())
                .param("from", utc(month.atDay(1).atStartOfDay(zone).toInstant()))
                .param("to", utc(month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()))
                .param("region", region.value() + "%")
                .param("category", category)
                .param("most", PER_DAY)
                .query((row, i) -> {
                    LocalDate day = row.getObject("day", LocalDate.class);
                    all.put(day, row.getInt("of_day"));
                    return entries.computeIfAbsent(day, _ -> new ArrayList<>())
                            .add(new CalendarDay.Entry(
                                    row.getLong("activity_id"),
                                    row.getString("title"),
                                    instant(row, "start"),
                                    row.getBoolean("has_free")));
                })
                .list();
        return entries.entrySet().stream()
                .map(e -> new CalendarDay(
                        e.getKey(),
                        e.getValue(),
                        all.getOrDefault(e.getKey(), 0) - e.getValue().size()))
                .toList();
    }
}
