package org.pengjiang.project.imports;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.project.model.ProjectApproval;
import org.pengjiang.project.model.ProjectProblem;
import org.pengjiang.project.model.Roles;

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

    /** None for a dry run. */
    @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "approval_id")
    private @Nullable ApprovalRequest approval;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Column(name = "failing_since")
    private @Nullable Instant failingSince;

    @Column(name = "cancelled_by")
    private @Nullable String cancelledBy;

    @Column(name = "cancel_reason")
    private @Nullable String cancelReason;

    protected ImportJob() {}

    ImportJob(
            DivisionCode district,
            int year,
            boolean dryRun,
            String sha256,
            int rows,
            Participant by,
            Instant confirmBy,
            Instant at) {
        super(Ids.next(), district);
        this.year = year;
        this.dryRun = dryRun;
        this.fileSha256 = sha256;
        this.rowsTotal = rows;
        this.status = ImportStatus.CHECKING;
        this.submittedBy = by.account();
        this.submittedAt = at;
        if (!dryRun) {
            approval = ApprovalRequest.propose(
                    ProjectApproval.IMPORT, id(), by, List.of(Roles.PROMOTION_OFFICE), confirmBy, at);
        }
    }

    /** @param credited the teams that the good rows credit: none of their members may confirm the file */
    void checked(int good, int bad, Set<String> credited, Instant at) {
        failingSince = null;
        rowsChecked += good + bad;
        rowsGood += good;
        rowsBad += bad;
        if (approval != null) {
            approval.exclude(Exclusion.ofTeams(credited));
        }
        if (rowsChecked < rowsTotal) {
            return;
        }
        if (approval != null && rowsGood > 0) {
            status = ImportStatus.AWAITING_CONFIRMATION;
            return;
        }
        status = ImportStatus.DONE;
        finishedAt = at;
        if (approval != null) {
            approval.lapse("no row is good", at);
        }
    }

    /** @throws DomainException IMPORT_NOT_AWAITING, FOUR_EYES, CREDITED_TEAM_MEMBER */
    void confirm(Caller caller, Instant at) {
        if (approval == null || status != ImportStatus.AWAITING_CONFIRMATION) {
            throw new DomainException(ProjectProblem.IMPORT_NOT_AWAITING, status.name()).with("status", status.name());
        }
        approval.confirm(ProjectApproval.IMPORT, caller, Exclusion.NOBODY, null, at);
        status = ImportStatus.RUNNING;
    }

    /** @return whether nobody confirmed it in time: then none of its rows is entered */
    boolean expire(Instant at) {
        boolean expires = approval != null && approval.expire(at);
        if (expires) {
            status = ImportStatus.DONE;
            finishedAt = at;
        }
        return expires;
    }

    /** What a second person has confirmed. */
    ApprovalRequest confirmed() {
        return approval().filter(ApprovalRequest::isConfirmed).orElseThrow();
    }

    /** @param fallen rows that were good when they were checked and are not any more */
    void imported(int entered, int fallen, Instant at) {
        failingSince = null;
        rowsImported += entered;
        rowsGood -= fallen;
        rowsBad += fallen;
        if (rowsImported == rowsGood) {
            status = ImportStatus.DONE;
            finishedAt = at;
        }
    }

    /** The work on it could not go on; it is tried again. */
    void fails(Instant at) {
        if (failingSince == null) {
            failingSince = at;
        }
    }

    /**
     * Nothing more of it is entered; what has been entered stays.
     *
     * @throws DomainException IMPORT_DONE
     */
    void cancel(Caller caller, String reason, Instant at) {
        if (status == ImportStatus.DONE) {
            throw new DomainException(ProjectProblem.IMPORT_DONE);
        }
        status = ImportStatus.DONE;
        finishedAt = at;
        cancelledBy = caller.subject();
        cancelReason = reason;
        if (approval != null) {
            approval.lapse("the import was cancelled", at);
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

    Optional<ApprovalRequest> approval() {
        return Optional.ofNullable(approval);
    }

    @Nullable String confirmedBy() {
        return approval()
                .filter(ApprovalRequest::isConfirmed)
                .map(ApprovalRequest::closedBy)
                .orElse(null);
    }

    @Nullable Instant finishedAt() {
        return finishedAt;
    }

    @Nullable Instant failingSince() {
        return failingSince;
    }

    @Nullable String cancelledBy() {
        return cancelledBy;
    }

    @Nullable String cancelReason() {
        return cancelReason;
    }
}
