package org.yiwang.notification;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers queued text messages: at once after the commit that queued them, and from a job for what has to be tried
 * again or was left by a node that died. Several nodes may deliver at the same time.
 */
@Component
class SmsDelivery {

    private static final Logger log = LoggerFactory.getLogger(SmsDelivery.class);

    /** Waiting time after the first, second … attempt; after the last one the message is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));

    /** A message that nobody took for that long is no longer news. */
    private static final Duration GIVE_UP = Duration.ofHours(1);

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 20;

    private final SmsStore store;
    private final SmsSender sender;
    private final SmsTexts texts;
    private final Clock clock;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("sms").factory());

    SmsDelivery(SmsStore store, SmsSender sender, SmsTexts texts, Clock clock) {
        this.store = store;
        this.sender = sender;
        this.texts = texts;
        this.clock = clock;
    }

    /** Asks for delivery without waiting for it. */
    void soon() {
        if (asked.compareAndSet(false, true)) {
            try {
                worker.execute(() -> {
                    asked.set(false);
                    deliver();
                });
            } catch (RejectedExecutionException e) {
                log.debug("Shutting down; the job of another node or the next start delivers", e);
            }
        }
    }

    /** Sends everything that is due and returns how many messages that were. */
    int deliver() {
        int count = 0;
        try (ExecutorService lines = Executors.newVirtualThreadPerTaskExecutor()) {
            List<SmsStore.Due> due = store.take(BATCH, clock.instant(), LEASE);
            while (!due.isEmpty()) {
                due.stream().map(one -> lines.submit(() -> send(one))).toList().forEach(SmsDelivery::await);
                count += due.size();
                due = store.take(BATCH, clock.instant(), LEASE);
            }
        } catch (RuntimeException e) {
            log.warn("Text messages could not be delivered now: {}", e.toString());
        }
        return count;
    }

    /** Deletes what is older than 30 days. */
    int clean() {
        return store.deleteOlderThan(clock.instant().minus(KEPT));
    }

    private void send(SmsStore.Due due) {
        SmsSender.Outcome outcome = sender.send(due.message(), texts.of(due.message()));
        Instant now = clock.instant();
        switch (outcome) {
            case SmsSender.Outcome.Taken _ -> store.sent(due, now, sender.keepsText());
            case SmsSender.Outcome.Refused refused -> store.failed(due, now, refused.why(), sender.keepsText());
            case SmsSender.Outcome.Later later -> {
                boolean last = due.attempt() > PAUSES.size()
                        || due.queuedAt().plus(GIVE_UP).isBefore(now);
                if (last) {
                    store.failed(due, now, later.why(), sender.keepsText());
                } else {
                    store.retry(due, now, now.plus(PAUSES.get(due.attempt() - 1)), later.why());
                }
            }
        }
    }

    private static void await(java.util.concurrent.Future<?> sent) {
        try {
            sent.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            log.warn("A text message could not be handed over; it is tried again: {}", String.valueOf(e.getCause()));
        }
    }

    @PreDestroy
    void close() {
        worker.shutdown();
    }
}
