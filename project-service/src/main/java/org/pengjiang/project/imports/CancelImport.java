package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.ImportCancelled;

/** Gives a file up that is not done, such as one that fails again and again. */
@ApplicationScoped
class CancelImport {
    private final ImportJobs jobs;
    private final EventLog log;
    private final Clock clock;

    CancelImport(ImportJobs jobs, EventLog log, Clock clock) {
        this.jobs = jobs;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    ImportJob cancel(UUID id, String reason, Caller caller) {
        ImportJob job = jobs.forChange(caller.scope(), id);
        job.cancel(caller, reason, Instant.now(clock));
        log.append(job, new ImportCancelled(job.id(), job.rowsImported(), reason));
        return job;
    }
}
