package org.yiwang.platform;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is to be done once the caller's transaction is committed, such as forgetting what is kept in memory: done earlier, another
 * thread reads the old state again and keeps it.
 */
public final class AfterCommit {

    private AfterCommit() {}

    /** Does it after the commit, never if the transaction is rolled back; at once if there is no transaction. */
    public static void run(Runnable deed) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    deed.run();
                }
            });
        } else {
            deed.run();
        }
    }
}
