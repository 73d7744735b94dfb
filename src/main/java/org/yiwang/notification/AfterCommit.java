package org.yiwang.notification;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is to be done once the caller's transaction is committed; at once if there is none. */
final class AfterCommit {

    private AfterCommit() {}

    static void run(Runnable deed) {
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
