package org.yiwang.activity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Activities in memory: the rush on a popular one asks for it thousands of times a second. What this node writes is
 * seen here at commit; what another node writes, at most two seconds later. Inside a transaction that writes an
 * activity, that activity is read from the database.
 *
 * <p>Nothing waits for somebody else's read: a thread that held a connection while it waited for one without could wait
 * for ever.
 */
@Component
class ActivityCache {

    private static final Duration RENEW_AFTER = Duration.ofSeconds(1);
    private static final Duration OLDEST = Duration.ofSeconds(2);

    private final ActivityStore store;
    private final Cache<Long, Held> held;
    private final AtomicLong writes = new AtomicLong();

    ActivityCache(ActivityStore store) {
        this.store = store;
        this.held = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(OLDEST)
                .build();
    }

    Optional<Activity> find(long activityId) {
        if (written(false).contains(activityId)) {
            return store.find(activityId);
        }
        Held known = held.getIfPresent(activityId);
        if (known != null && (known.isYoung() || !known.renewing.compareAndSet(false, true))) {
            return Optional.of(known.activity);
        }
        return read(activityId);
    }

    private Optional<Activity> read(long activityId) {
        long before = writes.get();
        Optional<Activity> read = store.find(activityId);
        if (read.isPresent()) {
            held.put(activityId, new Held(read.get()));
            if (writes.get() != before) {
                held.invalidate(activityId);
            }
        }
        return read;
    }

    /** Notes that the running transaction writes the activity. */
    void written(long activityId) {
        Set<Long> mine = written(true);
        if (mine.add(activityId)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    writes.incrementAndGet();
                    held.invalidate(activityId);
                }
            });
        }
    }

    /** Grows with every write of this node: what was made from older data is stale. */
    long writes() {
        return writes.get();
    }

    @SuppressWarnings("unchecked")
    private Set<Long> written(boolean make) {
        Set<Long> mine = (Set<Long>) TransactionSynchronizationManager.getResource(this);
        if (mine != null) {
            return mine;
        }
        if (!make) {
            return Set.of();
        }
        Set<Long> fresh = new HashSet<>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new OneTransaction(this, fresh));
        return fresh;
    }

    /** Binds the set of written activities to one transaction, and to no other that it is suspended for. */
    private record OneTransaction(ActivityCache cache, Set<Long> ids) implements TransactionSynchronization {
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(cache);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(cache, ids);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(cache);
        }
    }

    /** An activity with the moment it was read. */
    private static final class Held {
        private final Activity activity;
        private final long readAtNanos = System.nanoTime();
        private final AtomicBoolean renewing = new AtomicBoolean();

        Held(Activity activity) {
            this.activity = activity;
        }

        boolean isYoung() {
            return System.nanoTime() - readAtNanos < RENEW_AFTER.toNanos();
        }
    }

    /** For tests: the activity as held, null if it is not. */
    @Nullable
    Activity peek(long activityId) {
        Held known = held.getIfPresent(activityId);
        return known == null ? null : known.activity;
    }
}
