package org.pengjiang.kit.load;

import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** What one file takes of the disk, as it grows. */
public final class DiskRoom implements AutoCloseable {
    private final DiskBudget budget;
    private final String client;
    private long bytes;
    private boolean isGivenBack;

    DiskRoom(DiskBudget budget, String client) {
        this.budget = budget;
        this.client = client;
    }

    /** @throws DomainException TOO_MANY_REQUESTS when the account has its share, UNAVAILABLE when there is no room */
    public void grow(long more) {
        synchronized (budget) {
            if (isGivenBack) {
                throw new DomainException(KitProblem.UNAVAILABLE);
            }
            budget.take(client, bytes, more);
            bytes += more;
        }
    }

    public long bytes() {
        synchronized (budget) {
            return bytes;
        }
    }

    /** Gives it back, once. */
    @Override
    public void close() {
        synchronized (budget) {
            isGivenBack = true;
            budget.giveBack(client, bytes);
            bytes = 0;
        }
    }
}
