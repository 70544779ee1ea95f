package org.pengjiang.appeal.model.publication;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.approval.Exclusion;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;

/**
 * Something to be published, as one person proposes it: open → confirmed by another, rejected or withdrawn, or expired after
 * a week. What it says is never edited. Of one kind a division has at most one that is open.
 */
@Entity
@Table(name = "publication_proposal")
public class PublicationProposal extends LoggedAggregate {
    static final Duration OPEN_FOR = Duration.ofDays(7);

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private PublicationKind kind;

    @Column(name = "document_no", updatable = false)
    private String documentNo;

    /** What was sent, as JSON. */
    @Column(updatable = false)
    private String content;

    /** What it would change, as it stood when it was proposed, as JSON. */
    @Column(updatable = false)
    private String effect;

    @OneToOne(optional = false, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "approval_id", updatable = false)
    private ApprovalRequest approval;

    protected PublicationProposal() {}

    PublicationProposal(
            DivisionCode division,
            PublicationKind kind,
            String documentNo,
            String content,
            String effect,
            Caller by,
            Instant at) {
        super(Ids.next(), division);
        this.kind = kind;
        this.documentNo = documentNo;
        this.content = content;
        this.effect = effect;
        this.approval = ApprovalRequest.propose(
                kind,
                subject(division, kind),
                Participant.of(by),
                List.of(PublicationKind.SECOND_PERSON),
                at.plus(OPEN_FOR),
                at);
    }

    /** The same for every proposal of this kind in the division, so that one of them at most is open. */
    private static UUID subject(DivisionCode division, PublicationKind kind) {
        return UUID.nameUUIDFromBytes(
                ("publication/" + division.value() + "/" + kind).getBytes(StandardCharsets.UTF_8));
    }

    public void confirm(Caller caller, Instant at) {
        approval.confirm(kind, caller, Exclusion.NOBODY, null, at);
    }

    public void reject(Caller caller, String reason, Instant at) {
        approval.reject(kind, caller, Exclusion.NOBODY, reason, at);
    }

    public void withdraw(Caller caller, String reason, Instant at) {
        approval.withdraw(kind, caller, reason, at);
    }

    boolean says(String otherContent, Caller by) {
        return approval.proposedBy().equals(by.subject()) && content.equals(otherContent);
    }

    /** Where it is read. */
    public String path() {
        return PublicationProposals.PATH + "/" + id();
    }

    public PublicationKind kind() {
        return kind;
    }

    public String documentNo() {
        return documentNo;
    }

    public String content() {
        return content;
    }

    public String effect() {
        return effect;
    }

    public ApprovalRequest approval() {
        return approval;
    }

    @Override
    public String subjectType() {
        return PublicationProposals.TYPE;
    }
}
