package org.pengjiang.appeal.model.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.lifecycle.RoundCause;

/** When an appeal reached what, in its present round. */
@Embeddable
public class Progress {
    @Enumerated(EnumType.STRING)
    @Column(name = "round_cause")
    private RoundCause cause;

    /** Null: with the receipt. */
    @Column(name = "round_began_at")
    private @Nullable Instant beganAt;

    /** How high the supervision stood then. */
    @Column(name = "round_level")
    private int level;

    /** The round that these three are of: a replica of the release before begins the next one without them. */
    @Column(name = "round_described")
    private int describedRound;

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

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_by")
    private @Nullable ClosedBy closedBy;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    protected Progress() {}

    static Progress none() {
        Progress progress = new Progress();
        progress.cause = RoundCause.FILED;
        progress.describedRound = 1;
        return progress;
    }

    void dispatched(Instant at) {
        dispatchedAt = at;
        signedAt = null;
        signedAutomatically = false;
    }

    void note(AppealCommand command, Instant at) {
        switch (command) {
            case ACCEPT, UPHOLD_OBJECTION, ANSWER_DIRECTLY -> acceptedAt = at;
            case SIGN, SIGN_AUTOMATICALLY -> {
                signedAt = at;
                signedAutomatically = command == AppealCommand.SIGN_AUTOMATICALLY;
            }
            case CONTACT -> contactedAt = at;
            default -> {
                // what others reach is a state
            }
        }
    }

    void entered(AppealState state, Instant at) {
        switch (state) {
            case REPLIED -> {
                repliedAt = repliedAt == null ? at : repliedAt;
                // who has an answer was reached
                contactedAt = contactedAt == null ? at : contactedAt;
            }
            case CLOSED -> closedAt = at;
            case WITHDRAWN -> withdrawnAt = at;
            case SUBMITTED -> withdrawnAt = null;
            default -> {
                // no moment that is asked for later
            }
        }
    }

    void closedBy(ClosedBy by) {
        closedBy = by;
    }

    /** The next round; what was reached in the one before was kept when that ended. */
    void startAgain(int round, RoundCause why, int supervisionLevel, Instant at) {
        describedRound = round;
        cause = why;
        level = supervisionLevel;
        beganAt = at;
        signedAt = null;
        signedAutomatically = false;
        contactedAt = null;
        repliedAt = null;
        closedAt = null;
        closedBy = null;
    }

    public RoundCause cause() {
        return cause;
    }

    public int level() {
        return level;
    }

    public int describedRound() {
        return describedRound;
    }

    public Optional<Instant> beganAt() {
        return Optional.ofNullable(beganAt);
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

    /** Whether the enterprise was reached in this round; one that begins with what came of a plan needs no contact. */
    public boolean isReached() {
        return contactedAt != null || cause == RoundCause.TRACKED;
    }

    public Optional<Instant> repliedAt() {
        return Optional.ofNullable(repliedAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<ClosedBy> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    /** Taken back, or lapsed without a supplement. */
    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }
}
