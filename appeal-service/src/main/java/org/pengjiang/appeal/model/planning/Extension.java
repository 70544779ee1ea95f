package org.pengjiang.appeal.model.planning;

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
import org.pengjiang.calendar.Target;
import org.pengjiang.calendar.TargetUnit;

/** The head asks for more time for the reply, and the supervision decides; past the latest reply the leader does. */
@Entity
@Table(name = "extension")
public class Extension extends AppealRequest {
    @Column(updatable = false)
    private int round;

    /** How much longer, in the unit of the target. */
    @Column(updatable = false)
    private long amount;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private TargetUnit unit;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Consent consent;

    @Column(name = "consent_note", updatable = false)
    private @Nullable String consentNote;

    /** The due when it was asked for. */
    @Column(name = "due_at", updatable = false)
    private Instant dueAt;

    /** The due that is asked for. */
    @Column(name = "extended_due_at")
    private Instant extendedDueAt;

    /** Later than the latest reply, so that only the leader decides. */
    @Column(name = "past_limit", updatable = false)
    private boolean pastLimit;

    protected Extension() {}

    Extension(
            Appeal appeal, int seq, Extended extended, ConsentAsked asked, String reason, String account, Instant at) {
        super(appeal, seq, account, reason, at);
        this.round = appeal.round();
        this.amount = extended.amount();
        this.unit = extended.target().unit();
        this.consent = asked.consent();
        this.consentNote = asked.note();
        this.dueAt = extended.dueAt();
        this.extendedDueAt = extended.extendedDueAt();
        this.pastLimit = extended.isPastLimit();
    }

    /**
     * More time for a clock.
     *
     * @param target as the clock would have it then
     * @param extendedDueAt when it would be due then
     */
    record Extended(long amount, Target target, Instant dueAt, Instant extendedDueAt, boolean isPastLimit) {}

    void extend(Instant due, String by, @Nullable String note, Instant at) {
        grant(by, note, at);
        extendedDueAt = due;
    }

    void reject(String by, String why, Instant at) {
        refuse(by, why, at);
    }

    public int round() {
        return round;
    }

    public long amount() {
        return amount;
    }

    public TargetUnit unit() {
        return unit;
    }

    public Consent consent() {
        return consent;
    }

    public Optional<String> consentNote() {
        return Optional.ofNullable(consentNote);
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant extendedDueAt() {
        return extendedDueAt;
    }

    public boolean isPastLimit() {
        return pastLimit;
    }
}
