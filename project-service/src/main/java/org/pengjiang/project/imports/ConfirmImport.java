package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.ImportConfirmed;

/** The second person's word for a whole file; from then on its good rows become projects. */
@ApplicationScoped
class ConfirmImport {
    private final ImportJobs jobs;
    private final EventLog log;
    private final Clock clock;

    ConfirmImport(ImportJobs jobs, EventLog log, Clock clock) {
        this.jobs = jobs;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    ImportJob confirm(UUID id, Caller caller) {
        ImportJob job = jobs.forChange(caller.scope(), id);
        job.confirm(caller, Instant.now(clock));
        log.append(job, new ImportConfirmed(job.id(), job.rowsGood(), job.rowsBad()));
        return job;
    }
}
