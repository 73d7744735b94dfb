package org.yiwang.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. Starts on Saturday 21 November 2026, 10:00 in Shanghai. */
public final class TestClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START =
            LocalDateTime.of(2026, 11, 21, 10, 0).atZone(ZONE).toInstant();

    private final ZoneId zone;
    private volatile Instant now;

    /** At the start. */
    public TestClock() {
        this(ZONE, START);
    }

    private TestClock(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** Puts it back to the start. */
    public void reset() {
        now = START;
    }

    /** Moves it on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** Sets it. */
    public void set(Instant moment) {
        now = moment;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(other, now);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
