package org.pengjiang.project.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;

/** A new amount for a signed agreement, proposed by one person and confirmed or rejected by another. */
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

    @OneToOne(optional = false, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "approval_id")
    private ApprovalRequest approval;

    protected AmountRevision() {}

    AmountRevision(InvestmentProject project, int seq, Yuan previous, NewAmount terms, Caller proposer, Instant at) {
        this.id = Ids.next();
        this.project = project;
        this.seq = seq;
        this.previous = previous;
        this.amount = terms.agreementAmountYuan();
        this.businessDate = terms.businessDate();
        this.reason = terms.reason();
        this.documentNo = terms.documentNo();
        this.approval = ApprovalRequest.propose(
                ProjectApproval.AMOUNT, project.id(), Participant.of(proposer), List.of(Roles.PROMOTION_OFFICE), at);
    }

    /** @throws DomainException AMOUNT_REVISION_CLOSED, FOUR_EYES, CREDITED_TEAM_MEMBER */
    void confirm(Caller caller, Instant at) {
        approval.confirm(ProjectApproval.AMOUNT, caller, project.credited(), null, at);
    }

    /** @throws DomainException AMOUNT_REVISION_CLOSED, FOUR_EYES, CREDITED_TEAM_MEMBER */
    void reject(Caller caller, String why, Instant at) {
        approval.reject(ProjectApproval.AMOUNT, caller, project.credited(), why, at);
    }

    public ApprovalRequest approval() {
        return approval;
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
        return RevisionStatus.of(approval.outcome());
    }
}
