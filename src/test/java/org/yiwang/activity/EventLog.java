package org.yiwang.activity;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was told about activities, for tests. */
@Component
class EventLog {

    private final Queue<ActivityEvent> heard = new ConcurrentLinkedQueue<>();

    @EventListener
    void on(ActivityEvent event) {
        heard.add(event);
    }

    List<ActivityEvent> of(long activityId) {
        return heard.stream().filter(e -> e.activityId() == activityId).toList();
    }

    <E extends ActivityEvent> List<E> of(long activityId, Class<E> type) {
        return of(activityId).stream().filter(type::isInstance).map(type::cast).toList();
    }
}
