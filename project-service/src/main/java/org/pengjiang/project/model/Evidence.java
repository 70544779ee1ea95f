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
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;

/** A document, its digest, and what a second person found in it: SUBMITTED → VERIFIED or REJECTED → REVOKED. */
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

    @Column
    private String source;

    @Enumerated(EnumType.STRING)
    private EvidenceStatus status;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "judged_by")
    private @Nullable String judgedBy;

    @Column(name = "judged_at")
    private @Nullable Instant judgedAt;

    @Column
    private @Nullable String judgement;

    protected Evidence() {}

    Evidence(InvestmentProject project, EvidencePaper paper, String submittedBy, Instant at) {
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
        this.source = "UPLOAD";
        this.status = EvidenceStatus.SUBMITTED;
        this.submittedBy = submittedBy;
        this.submittedAt = at;
    }

    /** @throws DomainException FOUR_EYES, CREDITED_TEAM_MEMBER, EVIDENCE_JUDGED */
    void judge(Caller caller, EvidenceStatus outcome, @Nullable String reason, Instant at) {
        if (status != EvidenceStatus.SUBMITTED) {
            throw new DomainException(ProjectProblem.EVIDENCE_JUDGED, status.name()).with("status", status.name());
        }
        if (caller.subject().equals(submittedBy)) {
            throw new DomainException(ProjectProblem.FOUR_EYES);
        }
        project.refuseCreditedTeamMember(caller);
        settle(caller.subject(), outcome, reason, at);
    }

    /** Entered by one person and confirmed by another in one batch. */
    void verifiedBy(String account, Instant at) {
        settle(account, EvidenceStatus.VERIFIED, null, at);
    }

    private void settle(String account, EvidenceStatus outcome, @Nullable String reason, Instant at) {
        status = outcome;
        judgedBy = account;
        judgedAt = at;
        judgement = reason;
    }

    /** Neither found wanting nor withdrawn. */
    boolean stands() {
        return status == EvidenceStatus.SUBMITTED || status == EvidenceStatus.VERIFIED;
    }

    boolean isVerified() {
        return status == EvidenceStatus.VERIFIED;
    }

    public UUID id() {
        return id;
    }

    public EvidenceType type() {
        return type;
    }

    public EvidencePaper paper() {
        return new EvidencePaper(type, title, docNo, issuedBy, issuedOn, sha256, size, mime);
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
        return status;
    }

    public String submittedBy() {
        return submittedBy;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable String judgedBy() {
        return judgedBy;
    }

    public @Nullable Instant judgedAt() {
        return judgedAt;
    }

    public @Nullable String judgement() {
        return judgement;
    }
}
