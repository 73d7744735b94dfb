package org.yiwang.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationContext;
import org.yiwang.platform.Vault;
import org.yiwang.testing.City;

/** Signs people in without the sign-in page, with sessions that outlast any moved clock. */
public final class TestSignIns {

    private TestSignIns() {}

    /** A token for the account, second factor shown. */
    public static String token(long accountId, SessionKind kind) {
        return token(City.bean(Sessions.class), accountId, kind);
    }

    /** As {@link #token(long, SessionKind)} for an account of another program. */
    public static String token(ApplicationContext program, long accountId, SessionKind kind) {
        return token(program.getBean(Sessions.class), accountId, kind);
    }

    private static String token(Sessions sessions, long accountId, SessionKind kind) {
        return sessions.begin(
                        accountId,
                        new Client(kind, "127.0.0.1", "test"),
                        Duration.ofDays(4000),
                        Duration.ofDays(4000),
                        true)
                .token();
    }

    /** Gives the account a second factor. */
    public static void setUpSecondFactor(long accountId) {
        Instant now = City.bean(Clock.class).instant();
        TotpStore store = City.bean(TotpStore.class);
        store.begin(accountId, City.bean(Vault.class).seal(Totp.base32(new byte[20])), now);
        store.confirm(accountId, java.util.List.of(new byte[] {1}), now);
    }

    /** Makes 123456 the code that was sent to the number for the purpose, now. */
    public static void codeSent(String mobile, String purpose) {
        Vault vault = City.bean(Vault.class);
        Instant now = City.bean(Clock.class).instant();
        City.bean(CodeStore.class)
                .put(
                        vault.digest(mobile),
                        purpose,
                        vault.digest(purpose + "\n" + mobile + "\n123456"),
                        now,
                        now.plus(Duration.ofMinutes(5)));
    }
}
