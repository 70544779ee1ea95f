package org.pengjiang.kit.due;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.due.DueSource.Subject;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.ChangedAggregates;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.RareStacks;
import org.pengjiang.kit.supervision.SetAside;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Stores the dues of what began before its source was there, or was changed by a replica that does not know the source. A job
 * of its own, so that levels are reached whatever happens here. A subject that fails is left alone for a while and holds up
 * no other, and a source that fails holds up no other source.
 */
@ApplicationScoped
class OpenMissingDues implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(OpenMissingDues.class);
    static final int BATCH = 20;

    private final DueSources sources;
    private final ChangedAggregates changed;
    private final Period every;
    private final RareStacks stacks = new RareStacks();
    private final SetAside setAside = new SetAside(System::nanoTime);

    OpenMissingDues(
            DueSources sources,
            ChangedAggregates changed,
            MeterRegistry metrics,
            @ConfigProperty(name = "suite.dues.every") Period every) {
        this.sources = sources;
        this.changed = changed;
        this.every = every;
        Gauge.builder("suite_dues_set_aside", setAside, SetAside::size)
                .description("What could not be done about dues and is tried again: to open them or to note a level")
                .tag("step", "open")
                .register(metrics);
    }

    @Override
    public String name() {
        return "missing-dues";
    }

    @Override
    public Period period() {
        return every;
    }

    /** Fails after all sources when one of them could not be asked. */
    @Override
    public void round() {
        SetAside.Round leftAlone = setAside.round();
        RuntimeException failure = null;
        for (DueSource<LoggedAggregate> source : sources.all()) {
            try {
                openAll(source, leftAlone);
            } catch (RuntimeException e) {
                failure = first(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException first(@Nullable RuntimeException earlier, RuntimeException later) {
        if (earlier == null) {
            return later;
        }
        earlier.addSuppressed(later);
        return earlier;
    }

    private void openAll(DueSource<LoggedAggregate> source, SetAside.Round leftAlone) {
        Set<UUID> opened = new HashSet<>();
        List<Subject> batch = new ArrayList<>();
        do {
            batch.clear();
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    batch.addAll(source.withoutDues(BATCH, leftAlone.ids()));
                    batch.forEach(subject -> open(source, subject));
                });
                batch.forEach(subject -> settle(source, subject, opened, leftAlone));
            } catch (RuntimeException e) {
                if (batch.isEmpty()) {
                    throw e;
                }
                LOG.debug("dues are opened one by one, because a subject of a batch failed", e);
                oneByOne(source, batch, opened, leftAlone);
            }
        } while (SupervisedLoop.goesOn() && batch.size() == BATCH);
    }

    private void open(DueSource<LoggedAggregate> source, Subject subject) {
        changed.settleBeforeCommit(source.forChange(DivisionScope.of(subject.division()), subject.id()));
    }

    private void oneByOne(
            DueSource<LoggedAggregate> source, List<Subject> batch, Set<UUID> opened, SetAside.Round leftAlone) {
        for (Subject subject : batch) {
            try {
                QuarkusTransaction.requiringNew().run(() -> open(source, subject));
                settle(source, subject, opened, leftAlone);
            } catch (RuntimeException e) {
                LOG.errorf(
                        stacks.due(e),
                        "the dues of %s %s cannot be opened; it is left alone for a while: %s",
                        source.subjectType(),
                        subject.id(),
                        DatabaseFailure.describe(e));
                leftAlone.add(subject.id());
            }
        }
    }

    /** One that is found again although its dues were just stored would keep a round busy for ever. */
    private void settle(
            DueSource<LoggedAggregate> source, Subject subject, Set<UUID> opened, SetAside.Round leftAlone) {
        if (opened.add(subject.id())) {
            setAside.remove(subject.id());
            return;
        }
        LOG.errorf(
                "%s %s is found without dues, and owes none; it is left alone for a while",
                source.subjectType(), subject.id());
        leftAlone.add(subject.id());
    }
}
