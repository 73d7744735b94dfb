package org.yiwang.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a demo installation. While the demo city is written it stands where the story is, so that past
 * activities can be made by the same commands as real ones, which refuse to publish into the past; afterwards it goes
 * like any other, and can be put forward until the next start.
 */
public final class DemoClock extends Clock {

    private final Clock real;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private final List<Runnable> afterForward = new CopyOnWriteArrayList<>();

    @Nullable
    private volatile Instant story;

    DemoClock(ZoneId zone) {
        this.real = Clock.system(zone);
    }

    void set(Instant moment) {
        story = moment;
    }

    /** A minute passes in the story; nobody acts at the very moment in which something is published. */
    void passMinute() {
        story = instant().plusSeconds(60);
    }

    void backToNow() {
        story = null;
    }

    /** By how much it is ahead of the real time. */
    public Duration ahead() {
        return ahead.get();
    }

    /** Lets so much time pass at once; tells by how much it is ahead now. */
    public Duration forward(Duration by) {
        Duration now = ahead.accumulateAndGet(by, Duration::plus);
        afterForward.forEach(Runnable::run);
        return now;
    }

    /** Has something done each time it is put forward. */
    public void whenForward(Runnable then) {
        afterForward.add(then);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }

    @Override
    public Instant instant() {
        Instant moment = story;
        return moment == null ? real.instant().plus(ahead.get()) : moment;
    }
}
