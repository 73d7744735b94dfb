package org.yiwang.door.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityCard;
import org.yiwang.activity.ActivityFilter;
import org.yiwang.activity.ActivityFilter.Wanted;
import org.yiwang.activity.ActivitySearch;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.Organizations;
import org.yiwang.record.CityHours;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.Volunteers;

/** Puts the front page together. Everybody sees the same, so its numbers are asked for once in {@value #SECONDS} seconds. */
@Component
class FrontPage {

    private static final int SECONDS = 60;
    private static final Duration PEOPLE = Duration.ofMinutes(10);
    private static final int DAYS = 7;
    private static final int SHOWN = 6;
    private static final int CATEGORIES = 8;

    private final ActivitySearch search;
    private final AttendanceDesk attendance;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final CityHours hours;
    private final Codes codes;
    private final Regions regions;
    private final Clock clock;
    private final String hotline;
    private final LoadingCache<LocalDate, List<Front.Figure>> figures;

    /** How many volunteers there are, which is a count over all of them: every ten minutes is often enough. */
    private final LoadingCache<Boolean, Long> people;

    FrontPage(
            ActivitySearch search,
            AttendanceDesk attendance,
            Volunteers volunteers,
            Organizations organizations,
            CityHours hours,
            Codes codes,
            Regions regions,
            Clock clock,
            @Value("${yiwang.hotline:}") String hotline) {
        this.search = search;
        this.attendance = attendance;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.hours = hours;
        this.codes = codes;
        this.regions = regions;
        this.clock = clock;
        this.hotline = hotline;
        this.figures = Caffeine.newBuilder()
                .maximumSize(2)
                .refreshAfterWrite(Duration.ofSeconds(SECONDS))
                .build(this::count);
        this.people =
                Caffeine.newBuilder().maximumSize(1).refreshAfterWrite(PEOPLE).build(_ -> volunteers.count());
    }

    Front show(Locale locale) {
        LocalDate today = LocalDate.now(clock);
        RegionCode city = regions.city().code();
        List<ActivityCard> week = search
                .list(new ActivityFilter(city, null, today, today.plusDays(DAYS - 1), Wanted.OPEN, "", null), 1)
                .items()
                .stream()
                .limit(SHOWN)
                .toList();
        Map<String, String> categories = new LinkedHashMap<>();
        codes.list("category").stream()
                .limit(CATEGORIES)
                .forEach(c -> categories.put(c.code(), c.label().in(locale)));
        return new Front(week, categories, figures.get(today), hotline);
    }

    private List<Front.Figure> count(LocalDate today) {
        List<Front.Figure> all = new ArrayList<>();
        add(all, "served-today", attendance.servedToday());
        add(all, "hours-30-days", hours.minutes(today.minusDays(29), today) / 60);
        add(all, "volunteers", people.get(true));
        add(all, "organizations", organizations.countActive());
        return all;
    }

    private static void add(List<Front.Figure> all, String what, long number) {
        if (number > 0) {
            all.add(new Front.Figure("door.figure." + what, number));
        }
    }
}
