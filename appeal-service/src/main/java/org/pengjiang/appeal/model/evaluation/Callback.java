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
import org.pengjiang.appeal.model.appeal.AppealPart;

/** An enterprise is called back about the reply of one round; an appeal has one open call-back at most. */
@Entity
@Table(name = "callback")
public class Callback extends AppealPart {
    @Column
    private int round;

    @Enumerated(EnumType.STRING)
    private CallbackOccasion occasion;

    @Enumerated(EnumType.STRING)
    private CallbackStatus status;

    @Column(name = "clock_id")
    private UUID clockId;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Solved solved;

    @Column
    private @Nullable Integer stars;

    @Column
    private @Nullable String reasons;

    /** Another answer counted already when this one came. */
    @Column
    private boolean superseded;

    protected Callback() {}

    Callback(Appeal appeal, int seq, CallbackOccasion occasion, int round, UUID clockId, Instant at) {
        super(appeal, seq);
        this.round = round;
        this.occasion = occasion;
        this.status = CallbackStatus.OPEN;
        this.clockId = clockId;
        this.openedAt = at;
    }

    void answered(CallbackAnswer said, boolean isSuperseded, Instant at) {
        solved = said.solved();
        stars = said.stars();
        reasons = said.reasons();
        superseded = isSuperseded;
        end(CallbackStatus.ANSWERED, at);
    }

    void end(CallbackStatus how, Instant at) {
        status = how;
        endedAt = at;
    }

    public boolean isOpen() {
        return status == CallbackStatus.OPEN;
    }

    /** An enterprise that is reached after all may answer though nobody needs to call any more. */
    boolean takesAnswers() {
        return isOpen() || status == CallbackStatus.ENDED;
    }

    public int round() {
        return round;
    }

    public CallbackOccasion occasion() {
        return occasion;
    }

    public CallbackStatus status() {
        return status;
    }

    public UUID clockId() {
        return clockId;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<CallbackAnswer> answer() {
        return solved == null || stars == null
                ? Optional.empty()
                : Optional.of(new CallbackAnswer(solved, stars, reasons));
    }

    public boolean isSuperseded() {
        return superseded;
    }
}
