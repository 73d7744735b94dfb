package org.yiwang.platform;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value held in memory that is read again when its revision changes. The revision is asked once a second in the
 * background, so readers never wait for the database and several nodes agree within about a second.
 *
 * @param <T> the value; immutable
 */
public final class Refreshed<T> implements AutoCloseable {

    private final LongSupplier revision;
    private final Supplier<T> load;
    private final ScheduledExecutorService timer;
    private volatile @Nullable Held<T> held;

    /**
     * A value not loaded yet.
     *
     * @param name of the thread that looks after it
     * @param revision changes whenever the value may have
     * @param load reads the value
     */
    public Refreshed(String name, LongSupplier revision, Supplier<T> load) {
        this.revision = revision;
        this.load = load;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** The value; loaded now if it never was. */
    public T get() {
        Held<T> now = held;
        return now == null ? refresh() : now.value;
    }

    /** Reads the value again if its revision has changed; for whoever has just changed it. */
    public synchronized T refresh() {
        // The revision is read first: a change between the two reads is noticed next time, never missed.
        long latest = revision.getAsLong();
        Held<T> now = held;
        if (now == null || now.revision != latest) {
            now = new Held<>(latest, load.get());
            held = now;
        }
        return now.value;
    }

    private void look() {
        if (held == null) {
            return;
        }
        try {
            refresh();
        } catch (RuntimeException e) {
            // The database is away: what is held stays good until it is back. An exception would end the timer.
            System.getLogger(Refreshed.class.getName())
                    .log(System.Logger.Level.WARNING, "Could not refresh: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private record Held<T>(long revision, T value) {}
}
