package org.yiwang.seal;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logs for the tests of modules that seal. */
public final class TestLogs {

    private TestLogs() {}

    /** A log in that database with a key that nobody keeps. */
    public static SealedLog on(JdbcClient jdbc) {
        return new SealedLog(new SealStore(jdbc), SigningKey.throwAway(Algorithm.SM2), "test", Clock.systemUTC());
    }
}
