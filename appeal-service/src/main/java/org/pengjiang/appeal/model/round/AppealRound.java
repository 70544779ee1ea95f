package org.pengjiang.appeal.model.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.Progress;
import org.pengjiang.appeal.model.appeal.RoundPart;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.lifecycle.RoundCause;
import org.pengjiang.appeal.model.lifecycle.RoundResult;
import org.pengjiang.appeal.model.neighbours.Handler;

/** A round that has ended: when it reached what, what it came to, and how long that took. Rows are added and never change. */
@Entity
@Table(name = "appeal_round")
public class AppealRound extends RoundPart {
    @Enumerated(EnumType.STRING)
    private RoundCause cause;

    /** How high the supervision stood when it began. */
    @Column
    private int level;

    @Column(name = "unit_code")
    private @Nullable String unitCode;

    @Column(name = "began_at")
    private Instant beganAt;

    @Column(name = "accepted_at")
    private @Nullable Instant acceptedAt;

    @Column(name = "dispatched_at")
    private @Nullable Instant dispatchedAt;

    @Column(name = "signed_at")
    private @Nullable Instant signedAt;

    @Column(name = "signed_automatically")
    private boolean signedAutomatically;

    @Column(name = "contacted_at")
    private @Nullable Instant contactedAt;

    @Column(name = "replied_at")
    private @Nullable Instant repliedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private RoundResult result;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_by")
    private @Nullable ClosedBy closedBy;

    @Column(name = "contact_minutes")
    private @Nullable Long contactMinutes;

    @Column(name = "contact_working_minutes")
    private @Nullable Long contactWorkingMinutes;

    @Column(name = "reply_minutes")
    private @Nullable Long replyMinutes;

    @Column(name = "reply_working_minutes")
    private @Nullable Long replyWorkingMinutes;

    @Column(name = "end_minutes")
    private long endMinutes;

    @Column(name = "end_working_minutes")
    private @Nullable Long endWorkingMinutes;

    protected AppealRound() {}

    /** The present round of the appeal, which ends now. */
    AppealRound(Appeal appeal, RoundResult result, @Nullable ClosedBy closedBy, TimeContext now) {
        super(appeal);
        Progress progress = appeal.progress();
        RoundBeginning began = RoundBeginning.of(appeal);
        this.cause = began.cause();
        this.level = began.level();
        this.unitCode = appeal.handler().map(Handler::accountableUnit).orElse(null);
        this.beganAt = began.at();
        this.acceptedAt = cause == RoundCause.FILED ? progress.acceptedAt().orElse(null) : null;
        this.dispatchedAt = progress.dispatchedAt().orElse(null);
        this.signedAt = progress.signedAt().orElse(null);
        this.signedAutomatically = progress.signedAutomatically();
        this.contactedAt = progress.contactedAt().orElse(null);
        this.repliedAt = progress.repliedAt().orElse(null);
        this.endedAt = now.at();
        this.result = result;
        this.closedBy = closedBy;
        measure(now);
    }

    private void measure(TimeContext now) {
        TimeTaken toContact = TimeTaken.between(beganAt, contactedAt, now.calendar());
        TimeTaken toReply = TimeTaken.between(beganAt, repliedAt, now.calendar());
        TimeTaken toEnd = Objects.requireNonNull(TimeTaken.between(beganAt, endedAt, now.calendar()));
        contactMinutes = toContact == null ? null : (Long) toContact.minutes();
        contactWorkingMinutes = toContact == null ? null : toContact.workingMinutes();
        replyMinutes = toReply == null ? null : (Long) toReply.minutes();
        replyWorkingMinutes = toReply == null ? null : toReply.workingMinutes();
        endMinutes = toEnd.minutes();
        endWorkingMinutes = toEnd.workingMinutes();
    }

    public RoundCause cause() {
        return cause;
    }

    public int level() {
        return level;
    }

    public Optional<String> unitCode() {
        return Optional.ofNullable(unitCode);
    }

    public Instant beganAt() {
        return beganAt;
    }

    public Optional<Instant> acceptedAt() {
        return Optional.ofNullable(acceptedAt);
    }

    public Optional<Instant> dispatchedAt() {
        return Optional.ofNullable(dispatchedAt);
    }

    public Optional<Instant> signedAt() {
        return Optional.ofNullable(signedAt);
    }

    public boolean signedAutomatically() {
        return signedAutomatically;
    }

    public Optional<Instant> contactedAt() {
        return Optional.ofNullable(contactedAt);
    }

    public Optional<Instant> repliedAt() {
        return Optional.ofNullable(repliedAt);
    }

    public Instant endedAt() {
        return endedAt;
    }

    public RoundResult result() {
        return result;
    }

    public Optional<ClosedBy> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    public Optional<TimeTaken> toContact() {
        return Optional.ofNullable(TimeTaken.stored(contactMinutes, contactWorkingMinutes));
    }

    public Optional<TimeTaken> toReply() {
        return Optional.ofNullable(TimeTaken.stored(replyMinutes, replyWorkingMinutes));
    }

    public TimeTaken toEnd() {
        return new TimeTaken(endMinutes, endWorkingMinutes);
    }
}
