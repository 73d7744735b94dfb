package org.yiwang.launch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yiwang.demo.DemoClock;

/**
 * Runs the jobs: every bean of type {@link RecurringTask} that a module offers. Their next times are rows in
 * PostgreSQL, so with several nodes each job runs once. They go by the real time; when the clock of a demo city is put
 * forward, all of them run at once, as they would have by then.
 */
@Component
class Jobs implements SmartLifecycle {

    /**
     * Jobs at a time. Some may take hours where much has come together (sealing, posting points, an import, grading, a rehearsal):
     * with as many threads as these, what is due each minute would wait for them.
     */
    private static final int AT_ONCE = 7;

    /** How often a running job says that it lives. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** So many silences, and a job is taken to have died with its node: it begins anew elsewhere, or here after a restart. */
    private static final int SILENCES = 5;

    /** How long running jobs may go on when the program ends; then they are told to stop after their batch. */
    private static final Duration TO_END_BY_THEMSELVES = Duration.ofSeconds(2);

    /** How often, and how many times, a job that runs is asked whether it can be made due again. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final int MOST_TRIES = 200;

    private final DataSource database;
    private final List<RecurringTask<?>> tasks;
    private final boolean enabled;
    private volatile @org.jspecify.annotations.Nullable Scheduler scheduler;

    Jobs(
            DataSource database,
            List<RecurringTask<?>> tasks,
            @Value("${yiwang.jobs:true}") boolean enabled,
            ObjectProvider<DemoClock> demo) {
        this.database = database;
        this.tasks = tasks;
        this.enabled = enabled;
        demo.ifAvailable(clock -> clock.whenForward(this::hurry));
    }

    @Override
    public void start() {
        if (enabled) {
            Scheduler created = Scheduler.create(database)
                    .startTasks(tasks)
                    .executorService(Executors.newFixedThreadPool(
                            AT_ONCE, Thread.ofPlatform().name("job-", 0).factory()))
                    .threads(AT_ONCE)
                    .pollingInterval(Duration.ofSeconds(5))
                    .heartbeatInterval(HEARTBEAT)
                    .missedHeartbeatsLimit(SILENCES)
                    .shutdownMaxWait(TO_END_BY_THEMSELVES)
                    .build();
            created.start();
            scheduler = created;
        }
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
    }

    /** Makes everything due; waits a while for jobs that run at this moment, which may have looked at the clock before. */
    private void hurry() {
        Scheduler running = scheduler;
        if (running == null) {
            return;
        }
        List<RecurringTask<?>> left = new ArrayList<>(tasks);
        for (int tries = 0; tries < MOST_TRIES && !left.isEmpty(); tries++) {
            left.removeIf(task -> makeDue(running, task));
            running.triggerCheckForDueExecutions();
            if (!left.isEmpty()) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static boolean makeDue(Scheduler running, RecurringTask<?> task) {
        try {
            return running.reschedule(task.getDefaultTaskInstance(), Instant.EPOCH);
        } catch (DbSchedulerException _) {
            return false; // It runs, or begins or ends to at this very moment.
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
