package org.pengjiang.appeal.model.interruption;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealRequest;

/** The head asks that an appeal waits for something by law, and the supervision decides. From time to time somebody says that it still holds. */
@Entity
@Table(name = "suspension")
public class Suspension extends AppealRequest {
    @Column(updatable = false)
    private int round;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private SuspensionCause cause;

    @Column(name = "document_no", updatable = false)
    private String documentNo;

    /** Somebody has to say whether it still holds. */
    @Column(name = "review_asked_at")
    private @Nullable Instant reviewAskedAt;

    @Column(name = "confirmed_by")
    private @Nullable String confirmedBy;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    /** Absent where nobody has confirmed it in time. */
    @Column(name = "ended_by")
    private @Nullable String endedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "end_note")
    private @Nullable String endNote;

    protected Suspension() {}

    Suspension(
            Appeal appeal,
            int seq,
            SuspensionCause cause,
            String documentNo,
            String reason,
            String account,
            Instant at) {
        super(appeal, seq, account, reason, at);
        this.round = appeal.round();
        this.cause = cause;
        this.documentNo = documentNo;
    }

    void suspend(String by, @Nullable String note, Instant at) {
        grant(by, note, at);
    }

    void reject(String by, String why, Instant at) {
        refuse(by, why, at);
    }

    void askForReview(Instant at) {
        reviewAskedAt = at;
    }

    void confirm(String by, Instant at) {
        reviewAskedAt = null;
        confirmedBy = by;
        confirmedAt = at;
    }

    void end(@Nullable String by, @Nullable String note, Instant at) {
        reviewAskedAt = null;
        endedBy = by;
        endNote = note;
        endedAt = at;
    }

    /** Granted, and not over. */
    public boolean lasts() {
        return outcome() == Outcome.GRANTED && endedAt == null;
    }

    public int round() {
        return round;
    }

    public SuspensionCause cause() {
        return cause;
    }

    public String documentNo() {
        return documentNo;
    }

    public boolean isReviewAsked() {
        return reviewAskedAt != null;
    }

    public Optional<String> confirmedBy() {
        return Optional.ofNullable(confirmedBy);
    }

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    public Optional<String> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> endNote() {
        return Optional.ofNullable(endNote);
    }
}
