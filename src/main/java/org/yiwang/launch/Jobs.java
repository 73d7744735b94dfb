package org.yiwang.launch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the jobs: every bean of type {@link RecurringTask} that a module offers. Their next times are rows in
 * PostgreSQL, so with several nodes each job runs once.
 */
@Component
class Jobs implements SmartLifecycle {

    /** How often a running job says that it lives. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** So many silences, and a job is taken to have died with its node: it begins anew elsewhere, or here after a restart. */
    private static final int SILENCES = 5;

    /** How long running jobs may go on when the program ends; then they are told to stop after their batch. */
    private static final Duration TO_END_BY_THEMSELVES = Duration.ofSeconds(2);

    private final DataSource database;
    private final List<RecurringTask<?>> tasks;
    private final boolean enabled;
    private volatile @org.jspecify.annotations.Nullable Scheduler scheduler;

    Jobs(DataSource database, List<RecurringTask<?>> tasks, @Value("${yiwang.jobs:true}") boolean enabled) {
        this.database = database;
        this.tasks = tasks;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        if (enabled) {
            Scheduler created = Scheduler.create(database)
                    .startTasks(tasks)
                    .executorService(Executors.newFixedThreadPool(
                            2, Thread.ofPlatform().name("job-", 0).factory()))
                    .threads(2)
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

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
