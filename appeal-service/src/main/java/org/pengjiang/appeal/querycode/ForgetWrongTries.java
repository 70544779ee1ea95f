package org.pengjiang.appeal.querycode;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.appeal.model.access.QueryCodes;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** Forgets wrong tries that lock nothing any more. */
@ApplicationScoped
class ForgetWrongTries implements PeriodicJob {
    private final QueryCodes codes;
    private final Period every;

    ForgetWrongTries(QueryCodes codes, @ConfigProperty(name = "appeal.query-failures.sweep-every") Period every) {
        this.codes = codes;
        this.every = every;
    }

    @Override
    public String name() {
        return "query-failure-expiry";
    }

    @Override
    public Period period() {
        return every;
    }

    @Override
    public void round() {
        while (SupervisedLoop.goesOn() && codes.forgetOld() == QueryCodes.FORGOTTEN_AT_ONCE) {
            // as long as there is a whole batch
        }
    }
}
