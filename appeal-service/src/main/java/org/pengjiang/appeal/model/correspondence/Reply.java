package org.pengjiang.appeal.model.correspondence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** An answer on its way to the enterprise: DRAFT → DELIVERED or SENT_BACK. */
@Entity
@Table(name = "reply")
public class Reply extends AppealPart {
    @Column
    private int round;

    @Enumerated(EnumType.STRING)
    private ReplyResult result;

    @Column(name = "public_text")
    private String publicText;

    @Column(name = "legal_basis")
    private @Nullable String legalBasis;

    @Column
    private @Nullable String recourse;

    @Enumerated(EnumType.STRING)
    private ReplyStatus status;

    @Column(name = "drafted_by")
    private String draftedBy;

    @Column(name = "drafted_at")
    private Instant draftedAt;

    @Column(name = "judged_by")
    private @Nullable String reviewedBy;

    @Column(name = "judged_at")
    private @Nullable Instant reviewedAt;

    @Column(name = "judgement")
    private @Nullable String reviewNote;

    protected Reply() {}

    Reply(Appeal appeal, int seq, ReplyText text, String account, Instant at) {
        super(appeal, seq);
        this.round = appeal.round();
        this.result = text.result();
        this.publicText = text.publicText();
        this.legalBasis = text.legalBasis();
        this.recourse = text.recourse();
        this.status = ReplyStatus.DRAFT;
        this.draftedBy = account;
        this.draftedAt = at;
    }

    /** By the head who wrote it: nobody else has to look at it. */
    void deliverOwn(Instant at) {
        status = ReplyStatus.DELIVERED;
        reviewedAt = at;
    }

    /** @throws DomainException FOUR_EYES for whoever drafted it */
    void deliver(String account, Instant at) {
        review(ReplyStatus.DELIVERED, account, null, at);
    }

    /** @throws DomainException FOUR_EYES for whoever drafted it */
    void sendBack(String account, String why, Instant at) {
        review(ReplyStatus.SENT_BACK, account, why, at);
    }

    private void review(ReplyStatus outcome, String account, @Nullable String why, Instant at) {
        if (account.equals(draftedBy)) {
            throw new DomainException(AppealProblem.FOUR_EYES);
        }
        status = outcome;
        reviewedBy = account;
        reviewedAt = at;
        reviewNote = why;
    }

    public int round() {
        return round;
    }

    public ReplyResult result() {
        return result;
    }

    public String publicText() {
        return publicText;
    }

    public Optional<String> legalBasis() {
        return Optional.ofNullable(legalBasis);
    }

    public Optional<String> recourse() {
        return Optional.ofNullable(recourse);
    }

    public ReplyStatus status() {
        return status;
    }

    public String draftedBy() {
        return draftedBy;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public Optional<String> reviewedBy() {
        return Optional.ofNullable(reviewedBy);
    }

    public Optional<Instant> reviewedAt() {
        return Optional.ofNullable(reviewedAt);
    }

    public Optional<String> reviewNote() {
        return Optional.ofNullable(reviewNote);
    }
}
