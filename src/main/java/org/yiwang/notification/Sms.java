package org.yiwang.notification;

import java.util.List;
import org.springframework.stereotype.Component;

/** Text messages to a number, for codes and for people without an account. Queued in the caller's transaction. */
@Component
public class Sms {

    Sms() {}

    /**
     * Queues a message.
     *
     * @param mobile the number, unmasked; stored sealed
     * @param key message key of the text, {@code sms.<what>}
     * @param args values the text names
     */
    public void send(String mobile, String key, List<String> args) {
        throw new IllegalStateException("being built");
    }
}
