package org.pengjiang.kit.load;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests work at one time, and how many of them one account may have. A request that finds no place waits for
 * a while, first come first served. An account waits for its own share first, so that it never fills the queue of all.
 */
final class Bulkhead {
    enum Outcome {
        ADMITTED,
        ACCOUNT_FULL,
        FULL
    }

    private static final long MOST_CLIENTS = 20_000;

    private final Semaphore all;
    private final int longestQueue;
    private final LoadingCache<String, Semaphore> accounts;

    Bulkhead(int size, int ofOneAccount, int longestQueue) {
        this.all = new Semaphore(size, true);
        this.longestQueue = longestQueue;
        this.accounts = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(client -> new Semaphore(ofOneAccount, true));
    }

    /** The semaphore of the account is to be given back to {@link #leave}, also when the cache has forgotten it. */
    Semaphore of(String client) {
        return accounts.get(client);
    }

    Outcome enter(Semaphore account, Duration longestWait) throws InterruptedException {
        long deadline = System.nanoTime() + longestWait.toNanos();
        if (account.getQueueLength() >= longestQueue
                || !account.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
            return Outcome.ACCOUNT_FULL;
        }
        boolean isAdmitted = false;
        try {
            isAdmitted = all.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return isAdmitted ? Outcome.ADMITTED : Outcome.FULL;
        } finally {
            if (!isAdmitted) {
                account.release();
            }
        }
    }

    void leave(Semaphore account) {
        all.release();
        account.release();
    }
}
