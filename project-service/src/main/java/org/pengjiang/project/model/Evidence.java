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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;

/** A document, its digest, and what a second person found in it. */
@Entity
@Table(name = "evidence")
public class Evidence {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id")
    private InvestmentProject project;

    @Enumerated(EnumType.STRING)
    private EvidenceType type;

    @Column
    private String title;

    @Column(name = "doc_no")
    private @Nullable String docNo;

    @Column(name = "issued_by")
    private @Nullable String issuedBy;

    @Column(name = "issued_on")
    private @Nullable LocalDate issuedOn;

    @Column
    private @Nullable String sha256;

    @Column
    private @Nullable Long size;

    @Column
    private @Nullable String mime;

    @Column(name = "file_id")
    private @Nullable UUID fileId;

    @Column
    private String source;

    @OneToOne(optional = false, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "approval_id")
    private ApprovalRequest approval;

    protected Evidence() {}

    private Evidence(InvestmentProject project, EvidencePaper paper, ApprovalRequest approval) {
        this.id = Ids.next();
        this.project = project;
        this.type = paper.type();
        this.title = paper.title();
        this.docNo = paper.docNo();
        this.issuedBy = paper.issuedBy();
        this.issuedOn = paper.issuedOn();
        this.sha256 = paper.sha256();
        this.size = paper.size();
        this.mime = paper.mime();
        this.fileId = paper.fileId();
        this.source = "UPLOAD";
        this.approval = approval;
    }

    static Evidence handedIn(InvestmentProject project, EvidencePaper paper, Participant by, Instant at) {
        List<String> needed = List.of(ProjectApproval.VERIFIED);
        return new Evidence(
                project, paper, ApprovalRequest.propose(ProjectApproval.EVIDENCE, project.id(), by, needed, at));
    }

    /** Entered by one person and confirmed by another in one batch. */
    static Evidence confirmedIn(ApprovalRequest batch, InvestmentProject project, EvidencePaper paper, Instant at) {
        return new Evidence(
                project, paper, batch.ofPart(ProjectApproval.EVIDENCE, project.id(), ProjectApproval.VERIFIED, at));
    }

    /**
     * What is verified already may be judged once more, by another person, when the first one's team is credited by now.
     *
     * @throws DomainException FOUR_EYES, CREDITED_TEAM_MEMBER, EVIDENCE_JUDGED
     */
    void verify(Caller caller, Instant at) {
        ApprovalRequest open = toJudge();
        open.confirm(ProjectApproval.EVIDENCE, caller, project.credited(), null, at);
        approval = open;
    }

    /** @throws DomainException as {@link #verify} */
    void reject(Caller caller, String reason, Instant at) {
        ApprovalRequest open = toJudge();
        open.reject(ProjectApproval.EVIDENCE, caller, project.credited(), reason, at);
        approval = open;
    }

    private ApprovalRequest toJudge() {
        return isVerified() && !carriesAGate()
                ? approval.askedAgain(ProjectApproval.EVIDENCE, approval.proposedAt())
                : approval;
    }

    /** Neither found wanting nor withdrawn. */
    boolean stands() {
        return approval.isOpen() || approval.isConfirmed();
    }

    boolean isVerified() {
        return approval.isConfirmed();
    }

    /** Verified, and by nobody whose team is credited by now. */
    public boolean carriesAGate() {
        return isVerified() && approval.tainted(project.credited()).isEmpty();
    }

    public UUID id() {
        return id;
    }

    public EvidenceType type() {
        return type;
    }

    public EvidencePaper paper() {
        return new EvidencePaper(type, title, docNo, issuedBy, issuedOn, sha256, size, mime, fileId);
    }

    public @Nullable String docNo() {
        return docNo;
    }

    public @Nullable LocalDate issuedOn() {
        return issuedOn;
    }

    public @Nullable String sha256() {
        return sha256;
    }

    public String source() {
        return source;
    }

    public EvidenceStatus status() {
        return EvidenceStatus.of(approval.outcome());
    }

    public ApprovalRequest approval() {
        return approval;
    }
}
