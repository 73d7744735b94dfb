package org.yiwang.account;

import java.time.Duration;
import org.yiwang.testing.City;

/** Signs people in without the sign-in page, with sessions that outlast any moved clock. */
public final class TestSignIns {

    private TestSignIns() {}

    /** A token for the account, second factor shown. */
    public static String token(long accountId, SessionKind kind) {
        return City.bean(Sessions.class)
                .begin(
                        accountId,
                        new Client(kind, "127.0.0.1", "test"),
                        Duration.ofDays(4000),
                        Duration.ofDays(4000),
                        true)
                .token();
    }
}
