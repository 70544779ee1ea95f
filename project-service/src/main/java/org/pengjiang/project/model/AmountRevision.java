package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;

/** A new amount for a signed agreement: PROPOSED by one person, CONFIRMED or REJECTED by another. */
@Entity
@Table(name = "amount_revision")
public class AmountRevision {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id")
    private InvestmentProject project;

    @Column
    private int seq;

    @Column(name = "previous_yuan")
    private Yuan previous;

    @Column(name = "amount_yuan")
    private Yuan amount;

    @Column(name = "business_date")
    private LocalDate businessDate;

    @Column
    private String reason;

    @Column(name = "document_no")
    private String documentNo;

    @Enumerated(EnumType.STRING)
    private RevisionStatus status;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    protected AmountRevision() {}

    AmountRevision(InvestmentProject project, int seq, Yuan previous, NewAmount terms, String proposedBy, Instant at) {
        this.id = Ids.next();
        this.project = project;
        this.seq = seq;
        this.previous = previous;
        this.amount = terms.agreementAmountYuan();
        this.businessDate = terms.businessDate();
        this.reason = terms.reason();
        this.documentNo = terms.documentNo();
        this.status = RevisionStatus.PROPOSED;
        this.proposedBy = proposedBy;
        this.proposedAt = at;
    }

    /** @throws DomainException AMOUNT_REVISION_CLOSED, FOUR_EYES, CREDITED_TEAM_MEMBER */
    void close(Caller caller, RevisionStatus outcome, Instant at) {
        if (status != RevisionStatus.PROPOSED) {
            throw new DomainException(ProjectProblem.AMOUNT_REVISION_CLOSED, status.name());
        }
        if (caller.subject().equals(proposedBy)) {
            throw new DomainException(ProjectProblem.FOUR_EYES);
        }
        project.refuseCreditedTeamMember(caller);
        status = outcome;
        closedBy = caller.subject();
        closedAt = at;
    }

    public int seq() {
        return seq;
    }

    public Yuan previous() {
        return previous;
    }

    public Yuan amount() {
        return amount;
    }

    public LocalDate businessDate() {
        return businessDate;
    }

    public String reason() {
        return reason;
    }

    public String documentNo() {
        return documentNo;
    }

    public RevisionStatus status() {
        return status;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public @Nullable String closedBy() {
        return closedBy;
    }
}
