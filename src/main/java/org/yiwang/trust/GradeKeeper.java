package org.yiwang.trust;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceEvent;
import org.yiwang.record.GatheredRecords;
import org.yiwang.record.RecordEvent;

/**
 * Notes which records are to be graded, in the transaction that changed them, so that none is forgotten; a job grades them.
 * The records of one transaction are noted in one statement, however many they are.
 */
@Component
class GradeKeeper {

    private final TrustGradeStore store;
    private final Activities activities;
    private final GatheredRecords noted;

    GradeKeeper(TrustGradeStore store, Activities activities) {
        this.store = store;
        this.activities = activities;
        this.noted = new GatheredRecords(store::addDue);
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
    void on(RecordEvent.Changed event) {
        noted.note(event.key());
    }

    /** Somebody whose leaving was attested after the activity was closed; before that closing notes everybody at once. */
    @EventListener
    void on(AttendanceEvent.PairClosed event) {
        if (activities.get(event.activityId()).state() == ActivityView.State.CLOSED) {
            store.addDueActivities(List.of(event.activityId()));
        }
    }

    @EventListener
    void on(ActivityEvent.Closed event) {
        store.addDueActivities(List.of(event.activityId()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> gradeRecords(TrustGrades grades) {
            return Tasks.recurring("trust.grade", FixedDelay.of(Duration.ofSeconds(10)))
                    .execute((instance, context) -> grades.gradeDue());
        }
    }
}
