package org.pengjiang.appeal.model.evaluation;

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
import org.pengjiang.appeal.model.appeal.RoundPart;

/** Whether the bad rating of a round is justified. */
@Entity
@Table(name = "rating_verification")
public class RatingVerification extends RoundPart {
    @Column(name = "clock_id")
    private UUID clockId;

    @Enumerated(EnumType.STRING)
    private @Nullable RatingFinding finding;

    @Column
    private @Nullable String reason;

    @Column
    private @Nullable String account;

    @Column(name = "found_at")
    private @Nullable Instant foundAt;

    protected RatingVerification() {}

    RatingVerification(Appeal appeal, UUID clockId) {
        super(appeal);
        this.clockId = clockId;
    }

    void find(RatingFinding what, @Nullable String why, String who, Instant at) {
        finding = what;
        reason = why;
        account = who;
        foundAt = at;
    }

    public boolean isOpen() {
        return finding == null;
    }

    public UUID clockId() {
        return clockId;
    }

    public Optional<RatingFinding> finding() {
        return Optional.ofNullable(finding);
    }

    /** Absent where silence upheld it. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<Instant> foundAt() {
        return Optional.ofNullable(foundAt);
    }
}
