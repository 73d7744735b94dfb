package org.yiwang.points;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.dossier.DossierEvent;
import org.yiwang.dossier.Qualities;
import org.yiwang.dossier.Qualities.Service;
import org.yiwang.record.GatheredRecords;
import org.yiwang.record.RecordEvent;
import org.yiwang.trust.TrustEvent;

/**
 * Notes of whom something was learned that points depend on, in the transaction in which it was learned: what counts and what
 * is noted are one commit, so that no crash loses points. They are posted seconds later.
 */
@Component
class PointsListener {

    private final DueStore due;
    private final Qualities qualities;
    private final GatheredRecords noted;

    PointsListener(DueStore due, Qualities qualities) {
        this.due = due;
        this.qualities = qualities;
        this.noted = new GatheredRecords(due::add);
    }

    @EventListener
    void on(RecordEvent.BecameEffective event) {
        noted.note(event.key());
    }

    @EventListener
    void on(RecordEvent.CeasedToCount event) {
        noted.note(event.key());
    }

    @EventListener
    void on(TrustEvent.Graded event) {
        due.add(event.records());
    }

    @EventListener
    void on(DossierEvent.EvaluationShown event) {
        due.addServices(List.of(new Service(event.volunteerId(), event.activityId())));
    }

    @EventListener
    void on(DossierEvent.Ended event) {
        qualities
                .activityOf(event.volunteerId(), event.entryId())
                .ifPresent(activity -> due.addServices(List.of(new Service(event.volunteerId(), activity))));
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> postPoints(PointsPosting posting) {
            return Tasks.recurring("points.post", FixedDelay.of(Duration.ofSeconds(10)))
                    .execute((instance, context) -> posting.postDue());
        }
    }
}
