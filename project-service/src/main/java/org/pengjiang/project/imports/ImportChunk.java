package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.table.Column;
import org.pengjiang.kit.table.TableRow;
import org.pengjiang.project.events.ImportChecked;
import org.pengjiang.project.events.ImportFinished;
import org.pengjiang.project.model.Chains;
import org.pengjiang.project.model.HistoricEntry;
import org.pengjiang.project.model.HistoricProject;
import org.pengjiang.project.model.KnownTeams;
import org.pengjiang.project.model.ProjectProblem;

/**
 * Takes the next rows of the next job, in one transaction with the note of how far it came: after a crash the work goes on
 * behind the last committed chunk, and no row is entered twice. A chunk ends after 100 rows or 50 ms, because a longer
 * transaction would hold every feed of the cluster back.
 */
@ApplicationScoped
class ImportChunk {
    private static final int MOST_ROWS = 100;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ImportJobs jobs;
    private final ImportFiles files;
    private final ImportRows rows;
    private final RowReader reader;
    private final HistoricEntry entry;
    private final Chains chains;
    private final KnownTeams teams;
    private final EventLog log;
    private final EntityManager entities;
    private final Clock clock;

    ImportChunk(
            ImportJobs jobs,
            ImportFiles files,
            ImportRows rows,
            RowReader reader,
            HistoricEntry entry,
            Chains chains,
            KnownTeams teams,
            EventLog log,
            EntityManager entities,
            Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.rows = rows;
        this.reader = reader;
        this.entry = entry;
        this.chains = chains;
        this.teams = teams;
        this.log = log;
        this.entities = entities;
        this.clock = clock;
    }

    /** Does nothing when another replica has taken the job meanwhile. */
    @Transactional
    void workOn(SystemScope scope, UUID prepared) {
        long started = System.nanoTime();
        jobs.claim(scope, prepared).ifPresent(job -> {
            ImportFile file = files.find(scope, job.id()).orElseThrow();
            if (job.status() == ImportStatus.CHECKING) {
                check(job, file, started);
            } else {
                run(job, file, started);
            }
        });
    }

    /** Unless another replica works on it. */
    @Transactional
    void noteFailure(SystemScope scope, UUID id) {
        jobs.claim(scope, id).ifPresent(job -> job.fails(Instant.now(clock)));
    }

    private void check(ImportJob job, ImportFile file, long started) {
        int from = job.rowsChecked();
        int to = Math.min(from + MOST_ROWS, job.rowsTotal());
        List<TableRow> chunk =
                file.rows(IntStream.rangeClosed(from + 1, to).boxed().toList());
        Surroundings around = surroundings(job, file, chunk);
        List<ImportRows.Outcome> outcomes = new ArrayList<>();
        Set<String> credited = new HashSet<>();
        for (TableRow row : chunk) {
            RowReader.Reading reading = reader.read(row, around);
            outcomes.add(new ImportRows.Outcome(row.no(), externalId(row), reading.faults()));
            if (reading.project() != null) {
                credited.addAll(reading.project().shares().teamCodes());
            }
            if (isLong(started)) {
                break;
            }
        }
        rows.remember(job.id(), outcomes);
        int good = (int)
                outcomes.stream().filter(outcome -> outcome.faults().isEmpty()).count();
        job.checked(good, outcomes.size() - good, credited, Instant.now(clock));
        if (job.status() != ImportStatus.CHECKING) {
            log.append(job, new ImportChecked(job.id(), job.rowsGood(), job.rowsBad()));
        }
    }

    private void run(ImportJob job, ImportFile file, long started) {
        List<TableRow> chunk = file.rows(rows.good(job.id(), MOST_ROWS));
        Surroundings around = surroundings(job, file, chunk);
        int entered = 0;
        int fallen = 0;
        for (TableRow row : chunk) {
            RowReader.Reading reading = reader.read(row, around);
            List<Fault> faults = reading.project() == null ? reading.faults() : tainted(job, reading.project());
            if (reading.project() == null || !faults.isEmpty()) {
                fallen++;
                rows.settle(job.id(), row.no(), null, faults);
            } else {
                entered++;
                rows.settle(
                        job.id(),
                        row.no(),
                        entry.enter(reading.project(), job.confirmed()).id(),
                        List.of());
            }
            if (isLong(started)) {
                break;
            }
        }
        job.imported(entered, fallen, Instant.now(clock));
        if (job.status() == ImportStatus.DONE) {
            log.append(job, new ImportFinished(job.id(), job.rowsImported(), job.rowsBad()));
        }
        entities.flush();
    }

    /** A row whose credit goes to a team of the confirmer is not entered on that person's word. */
    private static List<Fault> tainted(ImportJob job, HistoricProject past) {
        return job.confirmed().tainted(Exclusion.ofTeams(past.shares().teamCodes())).stream()
                .map(taint -> Fault.at(
                        "/shares",
                        ProjectProblem.CONFIRMER_CREDITED,
                        taint.confirmedBy(),
                        String.join(", ", taint.teams())))
                .toList();
    }

    private Surroundings surroundings(ImportJob job, ImportFile file, List<TableRow> chunk) {
        DivisionCode district = job.division();
        return new Surroundings(
                district,
                job.year(),
                file.firstRowOf(),
                rows.imported(district.value(), values(chunk, HistoricColumns.EXTERNAL_ID)),
                rows.parents(district.value(), values(chunk, HistoricColumns.PARENT_NO)),
                chains.inForceOn(LocalDate.now(clock)),
                teams.workingIn(DivisionScope.of(district)));
    }

    /** None where something longer than a number stands in its column. */
    private static @Nullable String externalId(TableRow row) {
        String number = row.keyIn(HistoricColumns.EXTERNAL_ID);
        return number.length() > HistoricColumns.EXTERNAL_ID.longest() ? null : number;
    }

    private static Set<String> values(List<TableRow> chunk, Column<String> column) {
        return chunk.stream()
                .map(row -> row.keyIn(column))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean isLong(long started) {
        return System.nanoTime() - started > LONGEST_NANOS;
    }
}
