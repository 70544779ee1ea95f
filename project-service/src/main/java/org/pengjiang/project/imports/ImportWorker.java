package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** Looks for import work and does it, chunk after chunk; replicas share the jobs by their row locks. */
@ApplicationScoped
class ImportWorker implements PeriodicJob {
    private final ImportChunk chunk;
    private final ImportFiles files;
    private final Period every;

    ImportWorker(
            ImportChunk chunk, ImportFiles files, @ConfigProperty(name = "project.imports.look-every") Period every) {
        this.chunk = chunk;
        this.files = files;
        this.every = every;
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
        try {
            Optional<UUID> job = files.prepare(Scope.system());
            while (SupervisedLoop.goesOn() && job.isPresent()) {
                chunk.workOn(Scope.system(), job.get());
                job = files.prepare(Scope.system());
            }
        } finally {
            files.forget();
        }
    }
}
