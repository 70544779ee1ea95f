package org.pengjiang.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** Removes first answers that are older than 48 hours, in short transactions: a long one would hold the feed back. */
@ApplicationScoped
class ForgetOldAnswers implements PeriodicJob {
    private final Idempotency idempotency;
    private final Period every;

    ForgetOldAnswers(Idempotency idempotency, @ConfigProperty(name = "suite.idempotency.sweep-every") Period every) {
        this.idempotency = idempotency;
        this.every = every;
    }

    @Override
    public String name() {
        return "idempotency-expiry";
    }

    @Override
    public Period period() {
        return every;
    }

    @Override
    public void round() {
        while (SupervisedLoop.goesOn() && idempotency.sweep() == 1000) {
            // as long as there is a whole batch
        }
    }
}
