package org.yiwang.signup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.Minors;

/**
 * Remembers activities for the rush. A decision asks for the revision that it read under the lock of the shift, so
 * that a change by any node counts from its commit on; look-ups before that may be as old as the cache allows.
 */
@Component
class ActivityCache implements Facts.ActivityByRevision {

    private final Activities activities;
    private final Cache<Long, Remembered> cache = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(60))
            .build();

    ActivityCache(Activities activities) {
        this.activities = activities;
    }

    private record Remembered(long revision, ActivityView view) {}

    @Override
    @Nullable
    public ActivityView find(long activityId, long revision) {
        Remembered remembered = cache.getIfPresent(activityId);
        if (remembered != null && remembered.revision >= revision) {
            return remembered.view;
        }
        read(Map.of(activityId, revision));
        remembered = cache.getIfPresent(activityId);
        return remembered == null ? null : remembered.view;
    }

    @Override
    public void prepare(Map<Long, Long> revisions) {
        Map<Long, Long> missing = new HashMap<>();
        revisions.forEach((id, revision) -> {
            Remembered remembered = cache.getIfPresent(id);
            if (remembered == null || remembered.revision < revision) {
                missing.put(id, revision);
            }
        });
        if (!missing.isEmpty()) {
            read(missing);
        }
    }

    /** Straight from the database: the activity module itself remembers for a moment what other nodes may have changed. */
    private void read(Map<Long, Long> revisions) {
        for (ActivityView view : activities.list(List.copyOf(revisions.keySet()))) {
            cache.put(view.id(), new Remembered(revisions.getOrDefault(view.id(), 0L), view));
        }
    }

    /** From which age and risk level on minors do not serve. */
    Minors minors() {
        return activities.minors();
    }

    /** The activity as remembered, or read now. */
    @Nullable
    ActivityView find(long activityId) {
        return find(activityId, 0);
    }
}
