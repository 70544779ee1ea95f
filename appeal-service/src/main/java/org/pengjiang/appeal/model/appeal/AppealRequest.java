package org.pengjiang.appeal.model.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** What one person asks for an appeal and another decides. Each kind has a table of its own and says what it asks for. */
@MappedSuperclass
public abstract class AppealRequest extends AppealPart {
    @Column(name = "asked_by", updatable = false)
    private String askedBy;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Column(updatable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    /** What whoever decided has said. */
    @Column
    private @Nullable String decision;

    protected AppealRequest() {}

    protected AppealRequest(Appeal appeal, int seq, String askedBy, String reason, Instant askedAt) {
        super(appeal, seq);
        this.askedBy = askedBy;
        this.reason = reason;
        this.askedAt = askedAt;
        outcome = Outcome.OPEN;
    }

    /** Where it stands; everything but OPEN is final. */
    public enum Outcome {
        OPEN,
        GRANTED,
        REFUSED,
        /** Nobody has decided in time, or there is nothing left to decide on. */
        LAPSED
    }

    /** @throws DomainException FOUR_EYES for whoever asked, REQUEST_DECIDED when it is not open */
    protected final void grant(String by, @Nullable String note, Instant at) {
        decide(Outcome.GRANTED, by, note, at);
    }

    /** @throws DomainException FOUR_EYES for whoever asked, REQUEST_DECIDED when it is not open */
    protected final void refuse(String by, String note, Instant at) {
        decide(Outcome.REFUSED, by, note, at);
    }

    /** Whoever asked may decide it alone. */
    protected final void grantOwn(Instant at) {
        outcome = Outcome.GRANTED;
        decidedBy = askedBy;
        decidedAt = at;
    }

    /** The service itself takes it back. */
    public final void lapse(Instant at) {
        if (isOpen()) {
            outcome = Outcome.LAPSED;
            decidedAt = at;
        }
    }

    private void decide(Outcome how, String by, @Nullable String note, Instant at) {
        if (!isOpen()) {
            throw new DomainException(AppealProblem.REQUEST_DECIDED, outcome.name());
        }
        if (by.equals(askedBy)) {
            throw new DomainException(AppealProblem.FOUR_EYES);
        }
        outcome = how;
        decidedBy = by;
        decision = note;
        decidedAt = at;
    }

    public final boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    public final String askedBy() {
        return askedBy;
    }

    public final Instant askedAt() {
        return askedAt;
    }

    public final String reason() {
        return reason;
    }

    public final Outcome outcome() {
        return outcome;
    }

    public final Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public final Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public final Optional<String> decision() {
        return Optional.ofNullable(decision);
    }
}
