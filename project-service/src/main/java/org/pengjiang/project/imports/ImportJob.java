package org.pengjiang.project.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.project.model.ProjectProblem;

/** One file and how far it has come; see {@link ImportStatus}. Its counts are written with the rows they count. */
@Entity
@Table(name = "import_job")
class ImportJob extends LoggedAggregate {
    @Column
    private int year;

    @Column(name = "dry_run")
    private boolean dryRun;

    @Column(name = "file_sha256")
    private String fileSha256;

    @Enumerated(EnumType.STRING)
    private ImportStatus status;

    @Column(name = "rows_total")
    private int rowsTotal;

    @Column(name = "rows_checked")
    private int rowsChecked;

    @Column(name = "rows_good")
    private int rowsGood;

    @Column(name = "rows_bad")
    private int rowsBad;

    @Column(name = "rows_imported")
    private int rowsImported;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "confirmed_by")
    private @Nullable String confirmedBy;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    protected ImportJob() {}

    ImportJob(DivisionCode district, int year, boolean dryRun, String sha256, int rows, String account, Instant at) {
        super(Ids.next(), district);
        this.year = year;
        this.dryRun = dryRun;
        this.fileSha256 = sha256;
        this.rowsTotal = rows;
        this.status = ImportStatus.CHECKING;
        this.submittedBy = account;
        this.submittedAt = at;
    }

    void checked(int good, int bad, Instant at) {
        rowsChecked += good + bad;
        rowsGood += good;
        rowsBad += bad;
        if (rowsChecked == rowsTotal) {
            status = dryRun || rowsGood == 0 ? ImportStatus.DONE : ImportStatus.AWAITING_CONFIRMATION;
            finishedAt = status == ImportStatus.DONE ? at : null;
        }
    }

    /** @throws DomainException IMPORT_NOT_AWAITING, FOUR_EYES */
    void confirm(Caller caller, Instant at) {
        if (status != ImportStatus.AWAITING_CONFIRMATION) {
            throw new DomainException(ProjectProblem.IMPORT_NOT_AWAITING, status.name()).with("status", status.name());
        }
        if (caller.subject().equals(submittedBy)) {
            throw new DomainException(ProjectProblem.FOUR_EYES);
        }
        status = ImportStatus.RUNNING;
        confirmedBy = caller.subject();
        confirmedAt = at;
    }

    /** @param fallen rows that were good when they were checked and are not any more */
    void imported(int entered, int fallen, Instant at) {
        rowsImported += entered;
        rowsGood -= fallen;
        rowsBad += fallen;
        if (rowsImported == rowsGood) {
            status = ImportStatus.DONE;
            finishedAt = at;
        }
    }

    @Override
    public String subjectType() {
        return "project-import";
    }

    int year() {
        return year;
    }

    boolean isDryRun() {
        return dryRun;
    }

    String fileSha256() {
        return fileSha256;
    }

    ImportStatus status() {
        return status;
    }

    int rowsTotal() {
        return rowsTotal;
    }

    int rowsChecked() {
        return rowsChecked;
    }

    int rowsGood() {
        return rowsGood;
    }

    int rowsBad() {
        return rowsBad;
    }

    int rowsImported() {
        return rowsImported;
    }

    String submittedBy() {
        return submittedBy;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable String confirmedBy() {
        return confirmedBy;
    }

    @Nullable Instant finishedAt() {
        return finishedAt;
    }
}
