package org.pengjiang.project.imports;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks for import work and does it, chunk after chunk; replicas share the jobs by their row locks. */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    private final ImportChunk chunk;
    private final ImportFiles files;

    ImportWorker(ImportChunk chunk, ImportFiles files) {
        this.chunk = chunk;
        this.files = files;
    }

    @Scheduled(
            every = "{project.imports.look-every}",
            identity = "project-imports",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        try {
            boolean worked = false;
            while (chunk.workOn()) {
                worked = true;
            }
            if (worked) {
                files.forget();
            }
        } catch (RuntimeException failure) {
            // the chunk is rolled back and comes again; what is committed stays
            LOG.error("an import chunk failed and will be tried again", failure);
        }
    }
}
