package org.yiwang.notification;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.platform.AfterCommit;

/** Text messages to a number, for codes and for people without an account. Queued in the caller's transaction. */
@Component
public class Sms {

    private final SmsStore store;
    private final SmsDelivery delivery;
    private final Clock clock;

    Sms(SmsStore store, SmsDelivery delivery, Clock clock) {
        this.store = store;
        this.delivery = delivery;
        this.clock = clock;
    }

    /**
     * Queues a message; it leaves as soon as the caller's transaction is committed, never if that is rolled back.
     *
     * @param mobile the number, unmasked; stored sealed
     * @param key message key of the text, {@code sms.<what>}
     * @param args values the text names; stored sealed and wiped once sent
     */
    @Transactional
    public void send(String mobile, String key, List<String> args) {
        store.insert(null, mobile, key, args, clock.instant());
        AfterCommit.run(delivery::soon);
    }

    /** Queues the same message to many, in one statement. */
    void queue(Map<Long, String> mobilesByAccount, String key, List<String> args) {
        if (!mobilesByAccount.isEmpty()) {
            store.insert(mobilesByAccount, key, args, clock.instant());
            AfterCommit.run(delivery::soon);
        }
    }
}
