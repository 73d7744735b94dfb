package org.yiwang.testing;

import org.yiwang.notification.Outbox;

/** What was sent to a number, for tests that go on with a code or a link. */
public final class TextMessages {

    private TextMessages() {}

    /** The newest code sent to the number. */
    public static String code(String mobile) {
        return City.bean(Outbox.class).newest(mobile).stream()
                .filter(m -> m.key().equals("sms.code"))
                .map(m -> m.args().getFirst())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code was sent to " + mobile));
    }

    /** The secret at the end of the newest link sent to the number. */
    public static String token(String mobile) {
        return City.bean(Outbox.class).newest(mobile).stream()
                .flatMap(m -> m.args().stream())
                .filter(a -> a.startsWith("http"))
                .map(a -> a.substring(a.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link was sent to " + mobile));
    }
}
