package org.pengjiang.kit.http;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes first answers that are older than 48 hours, in short transactions: a long one would hold the feed back. */
@ApplicationScoped
class ForgetOldAnswers {
    private final Idempotency idempotency;

    ForgetOldAnswers(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Scheduled(every = "{suite.idempotency.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        int removed;
        do {
            removed = idempotency.sweep();
        } while (removed == 1000);
    }
}
