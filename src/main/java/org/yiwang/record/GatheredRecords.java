package org.yiwang.record;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers the records that {@link RecordEvent}s of one transaction name, for a module that notes them, and hands them on once,
 * before the commit: thousands that come to count together are noted in one statement. Outside of a transaction each is handed
 * on at once.
 */
public final class GatheredRecords {

    private final Consumer<Set<RecordKey>> write;

    /**
     * Hands on to somebody.
     *
     * @param write takes all of them, in the order in which they came; works in the same transaction
     */
    public GatheredRecords(Consumer<Set<RecordKey>> write) {
        this.write = write;
    }

    /** Notes one. */
    public void note(RecordKey one) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write.accept(Set.of(one));
            return;
        }
        Gathered gathered = (Gathered) TransactionSynchronizationManager.getResource(this);
        if (gathered == null) {
            gathered = new Gathered();
            TransactionSynchronizationManager.bindResource(this, gathered);
            TransactionSynchronizationManager.registerSynchronization(gathered);
        }
        gathered.all.add(one);
    }

    private final class Gathered implements TransactionSynchronization {

        private final Set<RecordKey> all = new LinkedHashSet<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(GatheredRecords.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(GatheredRecords.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write.accept(all);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(GatheredRecords.this);
        }
    }
}
