package org.pengjiang.appeal.escalation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.pengjiang.kit.supervision.SetAside;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** Works through what is claimed, chunk after chunk, until nothing is left. */
@ApplicationScoped
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private final SweepChunk work;
    private final RareStacks stacks = new RareStacks();
    private final SetAside setAside = new SetAside(System::nanoTime);
    private final Counter fired;
    private final Counter revised;

    Sweep(SweepChunk work, MeterRegistry metrics) {
        this.work = work;
        this.fired = Counter.builder("appeal_clock_levels")
                .description("Warnings, breaches and ends of a window that a sweep has fired")
                .register(metrics);
        this.revised = Counter.builder("appeal_dues_revised")
                .description("Dues that a sweep has moved because of a calendar")
                .register(metrics);
        Gauge.builder("appeal_sweep_set_aside", setAside, SetAside::size)
                .description("Appeals that no sweep could handle")
                .register(metrics);
    }

    Result run(SystemScope scope, Claim claim) {
        Set<UUID> settled = new HashSet<>();
        SetAside.Round leftAlone = setAside.round();
        Result all = Result.NOTHING;
        Result chunk;
        do {
            chunk = next(scope, claim, settled, leftAlone);
            all = all.and(chunk);
        } while (chunk.appeals() > 0 && SupervisedLoop.goesOn());
        return all;
    }

    private Result next(SystemScope scope, Claim claim, Set<UUID> settled, SetAside.Round leftAlone) {
        List<UUID> claimed = new ArrayList<>();
        List<UUID> handled = new ArrayList<>();
        Result done;
        try {
            done = work.chunk(scope, claim, leftAlone.ids(), claimed, handled);
            handled.forEach(id -> settle(id, settled, leftAlone));
        } catch (RuntimeException broken) {
            LOG.warnf("a sweep of %d appeals failed and is tried one by one: %s", claimed.size(), broken);
            done = oneByOne(scope, claimed, leftAlone);
        }
        fired.increment(done.fired());
        revised.increment(done.revised());
        return done;
    }

    /** One that is claimed again although it was just brought up to date would keep a sweep busy for ever. */
    private void settle(UUID id, Set<UUID> settled, SetAside.Round leftAlone) {
        if (settled.add(id)) {
            setAside.remove(id);
        } else {
            leftAlone.add(id);
            LOG.errorf("the clocks of appeal %s do not come to rest; it is left alone for a while", id);
        }
    }

    /** The chunk was rolled back as a whole: whatever is sound in it is done, what is not is left alone for a while. */
    private Result oneByOne(SystemScope scope, List<UUID> claimed, SetAside.Round leftAlone) {
        Result done = Result.NOTHING;
        for (UUID id : claimed) {
            try {
                done = done.and(work.one(scope, id));
                setAside.remove(id);
            } catch (RuntimeException broken) {
                leftAlone.add(id);
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
