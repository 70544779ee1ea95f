package org.pengjiang.appeal.model.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;

/** Whoever filed the appeal says that it is an emergency: it is handled as one until the centre refuses that. */
@Entity
@Table(name = "emergency_claim")
public class EmergencyClaim extends AppealPart {
    @Column(name = "clock_id")
    private UUID clockId;

    @Enumerated(EnumType.STRING)
    private EmergencyOutcome outcome;

    @Column(name = "judged_by")
    private @Nullable String judgedBy;

    @Column(name = "judged_at")
    private @Nullable Instant judgedAt;

    @Column
    private @Nullable String reason;

    protected EmergencyClaim() {}

    EmergencyClaim(Appeal appeal, UUID clockId) {
        super(appeal, 1);
        this.clockId = clockId;
        this.outcome = EmergencyOutcome.OPEN;
    }

    void judge(EmergencyOutcome said, String account, @Nullable String why, Instant at) {
        outcome = said;
        judgedBy = account;
        reason = why;
        judgedAt = at;
    }

    public boolean isOpen() {
        return outcome == EmergencyOutcome.OPEN;
    }

    /** Until when the centre may refuse it. */
    public UUID clockId() {
        return clockId;
    }

    public EmergencyOutcome outcome() {
        return outcome;
    }

    public Optional<String> judgedBy() {
        return Optional.ofNullable(judgedBy);
    }

    public Optional<Instant> judgedAt() {
        return Optional.ofNullable(judgedAt);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
