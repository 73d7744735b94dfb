package org.yiwang.door.web;

import java.time.Clock;
import java.time.LocalDate;
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
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;

/** Puts the front page together. */
@Component
class FrontPage {

    private static final int DAYS = 7;
    private static final int SHOWN = 6;
    private static final int CATEGORIES = 8;

    private final ActivitySearch search;
    private final FiguresOfCity figures;
    private final Codes codes;
    private final Regions regions;
    private final Clock clock;
    private final String hotline;

    FrontPage(
            ActivitySearch search,
            FiguresOfCity figures,
            Codes codes,
            Regions regions,
            Clock clock,
            @Value("${yiwang.hotline:}") String hotline) {
        this.search = search;
        this.figures = figures;
        this.codes = codes;
        this.regions = regions;
        this.clock = clock;
        this.hotline = hotline;
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
        return new Front(week, categories, figures.today(), hotline);
    }
}
