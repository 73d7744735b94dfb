package org.yiwang.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a demo installation. While the demo city is written it stands where the story is, so that past
 * activities can be made by the same commands as real ones, which refuse to publish into the past; afterwards it goes
 * like any other.
 */
final class DemoClock extends Clock {

    private final Clock real;

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
        return moment == null ? real.instant() : moment;
    }
}
