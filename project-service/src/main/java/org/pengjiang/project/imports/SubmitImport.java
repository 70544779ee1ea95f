package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.events.ImportSubmitted;
import org.pengjiang.project.model.ProjectProblem;
import org.pengjiang.project.model.TimeLimits;

/** Takes a file in; its rows are checked afterwards, in chunks. */
@ApplicationScoped
class SubmitImport {
    private final ImportJobs jobs;
    private final TimeLimits limits;
    private final EventLog log;
    private final Clock clock;

    SubmitImport(ImportJobs jobs, TimeLimits limits, EventLog log, Clock clock) {
        this.jobs = jobs;
        this.limits = limits;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    ImportJob submit(int year, boolean dryRun, HistoricTable table, Caller caller) {
        DivisionCode district = caller.division()
                .flatMap(DivisionCode::district)
                .map(DivisionCode::parse)
                .orElseThrow(() -> new DomainException(ProjectProblem.DIVISION_TOO_WIDE));
        int thisYear = LocalDate.now(clock).getYear();
        if (year >= thisYear) {
            throw new DomainException(
                    KitProblem.VALUE_UNACCEPTABLE,
                    List.of(Fault.at("query:year", ProjectProblem.YEAR_NOT_PAST, thisYear)));
        }
        ImportJob job = new ImportJob(
                district,
                year,
                dryRun,
                table.file().sha256Hex(),
                table.rows(),
                Participant.of(caller),
                limits.confirmBy(district),
                Instant.now(clock));
        log.append(job, new ImportSubmitted(job.id(), year, dryRun, job.fileSha256(), job.rowsTotal()));
        jobs.add(job);
        jobs.keepFile(job, table.file());
        return job;
    }
}
