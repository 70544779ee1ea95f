package org.pengjiang.appeal.model.cooperation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.neighbours.UnitKey;

/** A unit that was called to a coordination: it comes or says why not, and afterwards it and the lead score each other. */
@Entity
@Table(name = "called_unit")
public class CalledUnit extends AppealPart {
    /** The number of the coordination. */
    @Column(updatable = false)
    private int coordination;

    @Column(updatable = false)
    private String unit;

    @Column(name = "unit_district", updatable = false)
    private String unitDistrict;

    @Column(name = "clock_id", updatable = false)
    private UUID clockId;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Column(name = "arrived_at")
    private @Nullable Instant arrivedAt;

    @Column(name = "arrived_by")
    private @Nullable String arrivedBy;

    @Column(name = "who_came")
    private @Nullable String whoCame;

    @Column(name = "declined_by")
    private @Nullable String declinedBy;

    @Column(name = "decline_reason")
    private @Nullable String declineReason;

    /** Of the lead for the unit, and of the unit for the lead. */
    @Column(name = "score_by_lead")
    private @Nullable Integer scoreByLead;

    @Column(name = "score_by_unit")
    private @Nullable Integer scoreByUnit;

    /** Since when it has nothing to do with it any more: declined, or scored. */
    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected CalledUnit() {}

    CalledUnit(Appeal appeal, int seq, Coordination to, UnitKey unit, SlaClock clock, Instant at) {
        super(appeal, seq);
        this.coordination = to.seq();
        this.unit = unit.code();
        this.unitDistrict = unit.district();
        this.clockId = clock.id();
        this.askedAt = at;
    }

    void arrive(String who, String account, Instant at) {
        whoCame = who;
        arrivedBy = account;
        arrivedAt = at;
    }

    void decline(String reason, String account, Instant at) {
        declineReason = reason;
        declinedBy = account;
        endedAt = at;
    }

    void scoreByLead(int score) {
        scoreByLead = score;
    }

    void scoreByUnit(int score, Instant at) {
        scoreByUnit = score;
        endedAt = at;
    }

    /** Neither there nor declined. */
    public boolean isAwaited() {
        return arrivedAt == null && declinedBy == null;
    }

    public boolean hasDeclined() {
        return declinedBy != null;
    }

    public SlaClock clock() {
        return appeal().clock(clockId).orElseThrow();
    }

    public int coordination() {
        return coordination;
    }

    public UnitKey unit() {
        return new UnitKey(unitDistrict, unit);
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Optional<Instant> arrivedAt() {
        return Optional.ofNullable(arrivedAt);
    }

    public Optional<String> whoCame() {
        return Optional.ofNullable(whoCame);
    }

    public Optional<String> declineReason() {
        return Optional.ofNullable(declineReason);
    }

    public Optional<Integer> scoreByLead() {
        return Optional.ofNullable(scoreByLead);
    }

    public Optional<Integer> scoreByUnit() {
        return Optional.ofNullable(scoreByUnit);
    }

    /** Whoever reported for the unit. */
    public Optional<String> account() {
        return Optional.ofNullable(arrivedBy == null ? declinedBy : arrivedBy);
    }
}
