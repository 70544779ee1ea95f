package org.pengjiang.appeal.model.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;

/** When an appeal reached what, in its present round. */
@Embeddable
public class Progress {
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

    protected Progress() {}

    static Progress none() {
        return new Progress();
    }

    void accepted(Instant at) {
        acceptedAt = at;
    }

    void dispatched(Instant at) {
        dispatchedAt = at;
        signedAt = null;
        signedAutomatically = false;
    }

    void signed(Instant at, boolean automatically) {
        signedAt = at;
        signedAutomatically = automatically;
    }

    void contacted(Instant at) {
        contactedAt = at;
    }

    void replied(Instant at) {
        repliedAt = at;
    }

    void closed(Instant at, ClosedBy by) {
        closedAt = at;
        closedBy = by;
    }

    /** What was reached in the round before stands in the log. */
    void startAgain() {
        signedAt = null;
        signedAutomatically = false;
        contactedAt = null;
        repliedAt = null;
        closedAt = null;
        closedBy = null;
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

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<ClosedBy> closedBy() {
        return Optional.ofNullable(closedBy);
    }
}
