package org.yiwang.volunteer;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;

/**
 * Where pictures are taken apart: on few threads of their own, so that the worst of them leaves the rest of the server
 * alone (native code holds the carrier of a virtual thread), and each for a bounded time. A thread whose time is over
 * stays taken until it really ends.
 */
@Component
class PictureRoom implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_WAITING = 32;

    private final Semaphore free;
    private final ExecutorService workers;
    private final long waitingNanos;
    private final long workingNanos;

    PictureRoom() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), PATIENCE, PATIENCE);
    }

    /**
     * A room.
     *
     * @param threads pictures at the same time
     * @param waiting how long one picture waits for its turn
     * @param working how long one picture may take
     */
    PictureRoom(int threads, Duration waiting, Duration working) {
        this.free = new Semaphore(threads, true);
        this.workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("picture-", 0).factory());
        this.waitingNanos = waiting.toNanos();
        this.workingNanos = working.toNanos();
    }

    /**
     * Does the work on a thread of the room. Refuses with {@code volunteer.pictures-busy} if none is free in time, with
     * {@code volunteer.picture-slow} if the time is over, and with {@code volunteer.picture-broken} if the work fails.
     */
    byte[] run(Work work) {
        try {
            if (free.getQueueLength() >= MOST_WAITING || !free.tryAcquire(waitingNanos, TimeUnit.NANOSECONDS)) {
                throw new Refusal(VolunteerProblem.PICTURES_BUSY);
            }
            long begun = System.nanoTime();
            Future<byte[]> result = workers.submit(() -> {
                try {
                    return work.run(() -> System.nanoTime() - begun > workingNanos);
                } finally {
                    free.release();
                }
            });
            return result.get(workingNanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new Refusal(VolunteerProblem.PICTURE_SLOW);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal(VolunteerProblem.PICTURES_BUSY);
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case Refusal refusal -> throw refusal;
                case Error error -> throw error;
                case null, default -> throw new Refusal(VolunteerProblem.PICTURE_BROKEN);
            }
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** What is done to a picture. */
    interface Work {

        /**
         * Does it.
         *
         * @param over whether the time is over, to be asked again and again
         */
        byte[] run(BooleanSupplier over) throws IOException;
    }
}
