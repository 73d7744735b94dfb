package org.yiwang.activity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;

/**
 * The public list and calendar: published activities that are not private. Answers are kept for two seconds, and no
 * longer than until this node writes an activity, since everybody asks the same in a rush.
 */
@Component
public class ActivitySearch {

    /** Activities on a page. */
    public static final int PAGE = 20;

    private static final int LAST_PAGE = 500;

    private final ActivitySearchStore store;
    private final ActivityCache written;
    private final Clock clock;
    private final Cache<Asked, Slice<ActivityCard>> answers = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    ActivitySearch(ActivitySearchStore store, ActivityCache written, Clock clock) {
        this.store = store;
        this.written = written;
        this.clock = clock;
    }

    /** What was asked, and after how many writes and in which minute: another minute is another question. */
    private record Asked(ActivityFilter filter, int page, long writes, Instant minute) {}

    /** Activities that fit, soonest first, or nearest first where a point is given. */
    public Slice<ActivityCard> list(ActivityFilter filter, int page) {
        int wanted = Math.clamp(page, 1, LAST_PAGE);
        Instant now = clock.instant();
        Asked asked = new Asked(filter, wanted, written.writes(), now.truncatedTo(ChronoUnit.MINUTES));
        Slice<ActivityCard> known = answers.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        Slice<ActivityCard> found = Slice.cut(store.list(filter, now, (wanted - 1) * PAGE, PAGE + 1), wanted, PAGE);
        answers.put(asked, found);
        return found;
    }

    /** The days of a month that have activities, at most four of each. */
    public List<CalendarDay> calendar(YearMonth month, RegionCode region, @Nullable String category) {
        return store.calendar(month, region, category);
    }
}
