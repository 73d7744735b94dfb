package org.yiwang.board;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.LocalTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Lets the projector look once a second, on every node: boards are promised within five seconds, and jobs are looked for every
 * five. What it has to look at is in the database, so nothing is lost when a node ends (ADR 0017).
 */
@Component
class BoardLoop implements SmartLifecycle {

    private static final System.Logger LOG = System.getLogger(BoardLoop.class.getName());

    private final BoardProjector projector;
    private final boolean enabled;
    private volatile @Nullable ScheduledExecutorService timer;

    BoardLoop(BoardProjector projector, @Value("${yiwang.jobs:true}") boolean enabled) {
        this.projector = projector;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        if (enabled) {
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("boards").factory());
            started.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
            timer = started;
        }
    }

    private void look() {
        try {
            projector.projectNoted();
        } catch (RuntimeException e) {
            // What was taken off the list is on it again. An exception would end the timer.
            LOG.log(System.Logger.Level.WARNING, "Boards wait: " + e.getMessage());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        if (running != null) {
            running.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        /** After midnight: a guardian's word ends when the person comes of age. */
        @Bean
        RecurringTask<Void> boardsOfGrown(BoardProjector projector, Clock clock) {
            return Tasks.recurring("board.grown", new Daily(clock.getZone(), LocalTime.of(0, 10)))
                    .execute((instance, context) -> projector.letGrownGo());
        }
    }
}
