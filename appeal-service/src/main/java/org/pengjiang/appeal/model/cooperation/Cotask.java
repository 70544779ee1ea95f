package org.pengjiang.appeal.model.cooperation;

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
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.neighbours.UnitKey;

/** What another unit does for whoever handles the appeal. It ends with the round: then its clock has stopped. */
@Entity
@Table(name = "cotask")
public class Cotask extends AppealPart {
    @Column(updatable = false)
    private int round;

    @Column(updatable = false)
    private String unit;

    @Column(name = "unit_district", updatable = false)
    private String unitDistrict;

    @Column(updatable = false)
    private String content;

    @Column(updatable = false)
    private boolean mandatory;

    @Column(name = "clock_id", updatable = false)
    private UUID clockId;

    @Column(name = "asked_by", updatable = false)
    private String askedBy;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private CotaskOutcome outcome;

    @Column(name = "ended_by")
    private @Nullable String endedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** What the unit has found or done, or why it was ended otherwise. */
    @Column(name = "result")
    private @Nullable String result;

    protected Cotask() {}

    Cotask(Appeal appeal, int seq, CotaskOrder order, SlaClock clock, String account, Instant at) {
        super(appeal, seq);
        this.round = appeal.round();
        this.unit = order.unit().code();
        this.unitDistrict = order.unit().district();
        this.content = order.content();
        this.mandatory = order.mandatory();
        this.clockId = clock.id();
        this.askedBy = account;
        this.askedAt = at;
        this.outcome = CotaskOutcome.OPEN;
    }

    void end(CotaskOutcome how, String account, @Nullable String said, Instant at) {
        outcome = how;
        endedBy = account;
        endedAt = at;
        result = said;
    }

    public boolean isOpen() {
        return outcome() == CotaskOutcome.OPEN;
    }

    public CotaskOutcome outcome() {
        return outcome == CotaskOutcome.OPEN && !clock().isWaiting() ? CotaskOutcome.ENDED : outcome;
    }

    public SlaClock clock() {
        return appeal().clock(clockId).orElseThrow();
    }

    CotaskOrder order() {
        return new CotaskOrder(unit(), content, mandatory);
    }

    public int round() {
        return round;
    }

    public UnitKey unit() {
        return new UnitKey(unitDistrict, unit);
    }

    public String content() {
        return content;
    }

    public boolean isMandatory() {
        return mandatory;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Empty of one that ended with its round. */
    public Optional<String> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> result() {
        return Optional.ofNullable(result);
    }
}
