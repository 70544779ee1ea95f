package org.pengjiang.appeal.escalation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.pengjiang.appeal.escalation.SweepChunk.Claim;
import org.pengjiang.appeal.escalation.SweepChunk.Result;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.supervision.RareStacks;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Works through what is claimed, chunk after chunk, until nothing is left. What breaks is noted with its clocks, so that every
 * replica leaves it alone for a while; it is tried again by itself, after all others and outside their transactions.
 */
@ApplicationScoped
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final int MOST_TRIED_AGAIN = 20;

    private final SweepChunk work;
    private final DueAppeals appeals;
    private final RareStacks stacks = new RareStacks();
    private final Counter fired;
    private final Counter revised;

    Sweep(SweepChunk work, DueAppeals appeals, MeterRegistry metrics) {
        this.work = work;
        this.appeals = appeals;
        this.fired = Counter.builder("appeal_clock_levels")
                .description("Warnings, breaches, rungs after the due and ends of a window that a sweep has fired")
                .register(metrics);
        this.revised = Counter.builder("appeal_dues_revised")
                .description("Dues that a sweep has moved because of a calendar")
                .register(metrics);
    }

    /** @param moment what falls due later than this is left for the next run */
    Result run(SystemScope scope, Instant moment, Claim claim) {
        Set<UUID> settled = new HashSet<>();
        Result all = Result.NOTHING;
        List<UUID> claimed;
        do {
            claimed = new ArrayList<>();
            all = all.and(next(scope, moment, claim, settled, claimed));
        } while (!claimed.isEmpty() && SupervisedLoop.goesOn());
        return all;
    }

    /** Those that have broken a sweep, as many as take no noticeable time from the next run. */
    Result tryAgain(SystemScope scope, Instant moment) {
        return count(oneByOne(scope, moment, appeals.toTryAgain(moment, MOST_TRIED_AGAIN)));
    }

    private Result next(SystemScope scope, Instant moment, Claim claim, Set<UUID> settled, List<UUID> claimed) {
        List<UUID> handled = new ArrayList<>();
        Result done;
        try {
            done = work.chunk(scope, claim, claimed, handled);
            handled.forEach(id -> settle(id, moment, settled));
        } catch (RuntimeException broken) {
            LOG.warnf("a sweep of %d appeals failed and is tried one by one: %s", claimed.size(), broken);
            done = oneByOne(scope, moment, claimed);
        }
        return count(done);
    }

    private Result count(Result done) {
        fired.increment(done.fired());
        revised.increment(done.revised());
        return done;
    }

    /** One that is claimed again although it was just brought up to date would keep a sweep busy for ever. */
    private void settle(UUID id, Instant moment, Set<UUID> settled) {
        if (!settled.add(id)) {
            appeals.failed(id, moment);
            LOG.errorf("the clocks of appeal %s do not come to rest; it is left alone for a while", id);
        }
    }

    /** The chunk was rolled back as a whole: whatever is sound in it is done, what is not is left alone for a while. */
    private Result oneByOne(SystemScope scope, Instant moment, List<UUID> claimed) {
        Result done = Result.NOTHING;
        for (UUID id : claimed) {
            try {
                done = done.and(work.one(scope, id));
            } catch (RuntimeException broken) {
                appeals.failed(id, moment);
                LOG.errorf(
                        stacks.due(broken),
                        "the clocks of appeal %s cannot be swept; it is left alone for a while: %s",
                        id,
                        DatabaseFailure.describe(broken));
            }
        }
        return done;
    }
}
