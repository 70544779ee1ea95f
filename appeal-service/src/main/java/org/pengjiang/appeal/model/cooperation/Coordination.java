package org.pengjiang.appeal.model.cooperation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/** The lead calls several units to one place; its minutes end it. */
@Entity
@Table(name = "coordination")
public class Coordination extends AppealPart {
    @Column(updatable = false)
    private int round;

    @Column(updatable = false)
    private String purpose;

    @Column(updatable = false)
    private String place;

    @Column(name = "meet_at", updatable = false)
    private Instant meetAt;

    @Column(name = "called_by", updatable = false)
    private String calledBy;

    @Column(name = "called_at", updatable = false)
    private Instant calledAt;

    @Column
    private @Nullable String minutes;

    @Column(name = "minutes_by")
    private @Nullable String minutesBy;

    @Column(name = "minutes_at")
    private @Nullable Instant minutesAt;

    protected Coordination() {}

    Coordination(Appeal appeal, int seq, CoordinationCall call, Instant meetAt, String account, Instant at) {
        super(appeal, seq);
        this.round = appeal.round();
        this.purpose = call.purpose();
        this.place = call.place();
        this.meetAt = meetAt;
        this.calledBy = account;
        this.calledAt = at;
    }

    void record(String text, String account, Instant at) {
        minutes = text;
        minutesBy = account;
        minutesAt = at;
    }

    /** Until its minutes are written, and no longer than the round lasts. */
    public boolean isOpen() {
        return minutesAt == null && isOfPresentRound();
    }

    /** Whether its units may still say how it went. */
    public boolean isScored() {
        return minutesAt != null && isOfPresentRound();
    }

    private boolean isOfPresentRound() {
        return round == appeal().round()
                && appeal().clock(ClockType.RESOLVE).filter(SlaClock::isWaiting).isPresent();
    }

    public int round() {
        return round;
    }

    public String purpose() {
        return purpose;
    }

    public String place() {
        return place;
    }

    public Instant meetAt() {
        return meetAt;
    }

    public String calledBy() {
        return calledBy;
    }

    public Instant calledAt() {
        return calledAt;
    }

    public Optional<String> minutes() {
        return Optional.ofNullable(minutes);
    }

    public Optional<String> minutesBy() {
        return Optional.ofNullable(minutesBy);
    }

    public Optional<Instant> minutesAt() {
        return Optional.ofNullable(minutesAt);
    }
}
