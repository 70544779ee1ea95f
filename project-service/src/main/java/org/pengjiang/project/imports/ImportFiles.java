package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The file of a job, read once for all its chunks as long as this replica works on that job. */
@ApplicationScoped
class ImportFiles {
    private final ImportJobs jobs;
    private final AtomicReference<@Nullable Held> last = new AtomicReference<>();

    private record Held(UUID job, HistoricFile file) {}

    ImportFiles(ImportJobs jobs) {
        this.jobs = jobs;
    }

    HistoricFile of(ImportJob job) {
        Held held = last.get();
        if (held == null || !held.job().equals(job.id())) {
            held = new Held(job.id(), HistoricFile.read(new ByteArrayInputStream(jobs.file(job.id()))));
            last.set(held);
        }
        return held.file();
    }

    void forget() {
        last.set(null);
    }
}
