package org.pengjiang.project.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;

/** A submitted gate; the approval request says whom it waits for. At most one is open per project; none is ever removed. */
@Entity
@Table(name = "gate_request")
public class GateRequest {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id")
    private InvestmentProject project;

    @Column
    private int seq;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_stage")
    private Stage from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_stage")
    private Stage to;

    @Column(name = "business_date")
    private LocalDate businessDate;

    @Column
    private @Nullable String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "skip_reason")
    private @Nullable SkipReason skipReason;

    @Column(name = "evidence_ids")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> evidenceIds;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> duplicates;

    @OneToOne(optional = false, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "approval_id")
    private ApprovalRequest approval;

    protected GateRequest() {}

    GateRequest(GateFile file, int seq, Stage to, Examination examination, Caller submitter, Instant at) {
        this.id = Ids.next();
        this.project = file.project();
        this.seq = seq;
        this.from = file.project().stage();
        this.to = to;
        this.businessDate = file.businessDate();
        this.reason = file.reason();
        this.skipReason = examination.skips() ? file.skipReason() : null;
        this.evidenceIds = file.project().evidence().stream()
                .filter(Evidence::stands)
                .map(Evidence::id)
                .toList();
        this.duplicates = file.duplicates().stream()
                .map(duplicate -> duplicate.projectNo() + " " + duplicate.ground())
                .toList();
        this.approval = ApprovalRequest.propose(
                ProjectApproval.GATE, project.id(), Participant.of(submitter), examination.confirmers(), at);
    }

    /**
     * Which of the outstanding roles this caller would confirm in.
     *
     * @throws DomainException GATE_REQUEST_CLOSED, FOUR_EYES, CREDITED_TEAM_MEMBER, NOT_CONFIRMER
     */
    String roleToConfirmIn(Caller caller) {
        return approval.confirmationOf(ProjectApproval.GATE, caller, project.credited());
    }

    void confirm(Caller caller, Instant at) {
        approval.confirm(ProjectApproval.GATE, caller, project.credited(), null, at);
    }

    void reject(Caller caller, String why, Instant at) {
        approval.reject(ProjectApproval.GATE, caller, project.credited(), why, at);
    }

    /** @throws DomainException GATE_REQUEST_CLOSED, NOT_SUBMITTER */
    void withdraw(Caller caller, String why, Instant at) {
        approval.withdraw(ProjectApproval.GATE, caller, why, at);
    }

    public GateWish wish() {
        return new GateWish(to, businessDate, skipReason, reason);
    }

    /** @throws DomainException CONFIRMER_CREDITED when a team of a confirmer is credited by now */
    Passage passage(Caller last, Instant at) {
        approval.requireAcceptable(ProjectApproval.GATE, project.credited());
        Optional<String> unit = last.claim("unit");
        return new Passage(
                to,
                businessDate,
                at,
                last.subject(),
                unit.orElse(null),
                Channel.API,
                seq,
                reason,
                skipReason,
                skipReason != null,
                evidenceIds);
    }

    public ApprovalRequest approval() {
        return approval;
    }

    public boolean isOpen() {
        return approval.isOpen();
    }

    public int seq() {
        return seq;
    }

    public Stage from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    public LocalDate businessDate() {
        return businessDate;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable SkipReason skipReason() {
        return skipReason;
    }

    public List<String> duplicates() {
        return List.copyOf(duplicates);
    }

    public RequestStatus status() {
        return RequestStatus.of(approval.outcome());
    }
}
