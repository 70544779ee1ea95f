package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** On the first day of a substitute and on the day after the last one the tasks follow. */
@ApplicationScoped
class FollowSubstitutes implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(FollowSubstitutes.class);
    private static final int BATCH = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final SettleSubstitute settle;
    private final Clock clock;
    private final Period every;

    FollowSubstitutes(SettleSubstitute settle, Clock clock, @ConfigProperty(name = "appeal.sweep.every") Period every) {
        this.settle = settle;
        this.clock = clock;
        this.every = every;
    }

    @Override
    public String name() {
        return "substitutes";
    }

    @Override
    public Period period() {
        return every;
    }

    /** One that breaks holds up no other; it comes again in the next round. */
    @Override
    public void round() {
        LocalDate today = LocalDate.now(clock);
        UUID after = FIRST;
        List<UUID> due;
        do {
            due = settle.due(Scope.system(), today, after, BATCH);
            due.forEach(id -> settle(id, today));
            after = due.isEmpty() ? after : due.getLast();
        } while (due.size() == BATCH && SupervisedLoop.goesOn());
    }

    private void settle(UUID id, LocalDate today) {
        try {
            settle.settle(Scope.system(), id, today);
        } catch (RuntimeException broken) {
            LOG.errorf("tasks of appeal %s do not follow its substitute: %s", id, DatabaseFailure.describe(broken));
        }
    }
}
