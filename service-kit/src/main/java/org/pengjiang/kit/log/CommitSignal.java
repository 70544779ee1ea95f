package org.pengjiang.kit.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the relay when a transaction of this process has committed to the log. No {@code NOTIFY}: it serialises commits
 * and took 13–25 % of them at 64 writers.
 */
@ApplicationScoped
public class CommitSignal {
    private static final Object REGISTERED = new Object();

    private final TransactionSynchronizationRegistry transactions;
    private final Semaphore committed = new Semaphore(0);

    CommitSignal(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    void raiseAfterCommit() {
        if (transactions.getResource(REGISTERED) != null) {
            return;
        }
        transactions.putResource(REGISTERED, Boolean.TRUE);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only what was committed matters
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    raise();
                }
            }
        });
    }

    public void raise() {
        committed.release();
    }

    /** True when something was committed before the time was up. */
    public boolean await(long millis) throws InterruptedException {
        boolean raised = committed.tryAcquire(millis, TimeUnit.MILLISECONDS);
        committed.drainPermits();
        return raised;
    }
}
