package org.pengjiang.project.imports;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.RareStacks;
import org.pengjiang.kit.supervision.SetAside;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Looks for import work and does it, chunk after chunk; replicas share the jobs by their row locks. A job that fails is left
 * alone for a while and holds up no other; it shows since when.
 */
@ApplicationScoped
class ImportWorker implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    private final ImportChunk chunk;
    private final ImportFiles files;
    private final ImportJobs jobs;
    private final Period every;
    private final RareStacks stacks = new RareStacks();
    private final SetAside setAside = new SetAside(System::nanoTime);

    ImportWorker(
            ImportChunk chunk,
            ImportFiles files,
            ImportJobs jobs,
            MeterRegistry metrics,
            @ConfigProperty(name = "project.imports.look-every") Period every) {
        this.chunk = chunk;
        this.files = files;
        this.jobs = jobs;
        this.every = every;
        Gauge.builder("project_imports_set_aside", setAside, SetAside::size)
                .description("Imports whose work fails and is tried again")
                .register(metrics);
    }

    @Override
    public String name() {
        return "project-imports";
    }

    @Override
    public Period period() {
        return every;
    }

    /** A chunk that fails is rolled back and comes again; what is committed stays. */
    @Override
    public void round() {
        SetAside.Round leftAlone = setAside.round();
        try {
            Optional<UUID> job = next(leftAlone);
            while (SupervisedLoop.goesOn() && job.isPresent()) {
                workOn(job.get(), leftAlone);
                job = next(leftAlone);
            }
        } finally {
            files.forget();
        }
    }

    private Optional<UUID> next(SetAside.Round leftAlone) {
        return jobs.next(Scope.system(), files.atHand(), leftAlone.ids());
    }

    private void workOn(UUID job, SetAside.Round leftAlone) {
        try {
            // before the chunk begins: its transaction locks the job, and would hold every feed back meanwhile
            if (files.find(Scope.system(), job).isPresent()) {
                chunk.workOn(Scope.system(), job);
                setAside.remove(job);
            } else {
                // another replica has done the rest
                leftAlone.add(job);
            }
        } catch (RuntimeException e) {
            LOG.errorf(
                    stacks.due(e),
                    "the import %s fails; it is left alone for a while: %s",
                    job,
                    DatabaseFailure.describe(e));
            leftAlone.add(job);
            files.forget();
            noteFailure(job);
        }
    }

    private void noteFailure(UUID job) {
        try {
            chunk.noteFailure(Scope.system(), job);
        } catch (RuntimeException e) {
            LOG.warnf("the failure of import %s cannot be noted: %s", job, DatabaseFailure.describe(e));
        }
    }
}
