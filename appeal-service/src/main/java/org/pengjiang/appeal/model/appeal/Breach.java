package org.pengjiang.appeal.model.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.Handler;

/** A promise that was not kept. Rows are added and never change. */
@Entity
@Table(name = "breach")
public class Breach {
    @Id
    @Column(name = "clock_id")
    private UUID clockId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "appeal_id", updatable = false)
    @SuppressWarnings("UnusedVariable") // the owning side of the mapping: the column is written through it
    private Appeal appeal;

    @Column(updatable = false)
    private int round;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ClockFamily family;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ClockType type;

    @Column(name = "accountable_unit", updatable = false)
    private @Nullable String accountableUnit;

    @Column(name = "unit_at_due", updatable = false)
    private @Nullable String unitAtDue;

    @Column(name = "due_at", updatable = false)
    private Instant dueAt;

    @Column(updatable = false)
    private boolean provisional;

    @Column(name = "recorded_at", updatable = false)
    private Instant recordedAt;

    protected Breach() {}

    Breach(Appeal appeal, SlaClock clock, Instant dueAt, @Nullable String unitAtDue, Instant recordedAt) {
        this.clockId = clock.id();
        this.appeal = appeal;
        this.round = clock.round();
        this.family = clock.family();
        this.type = clock.type();
        this.accountableUnit = appeal.handler().map(Handler::accountableUnit).orElse(null);
        this.unitAtDue = unitAtDue;
        this.dueAt = dueAt;
        this.provisional = clock.isProvisional();
        this.recordedAt = recordedAt;
    }

    public UUID clockId() {
        return clockId;
    }

    public int round() {
        return round;
    }

    public ClockFamily family() {
        return family;
    }

    public ClockType type() {
        return type;
    }

    /** Who answered for the appeal when the breach was noticed; nobody before its dispatch. */
    public Optional<String> accountableUnit() {
        return Optional.ofNullable(accountableUnit);
    }

    /** Who answered for the appeal at the due, and so for the breach; nobody: the centre does. */
    public Optional<String> unitAtDue() {
        return Optional.ofNullable(unitAtDue);
    }

    public Instant dueAt() {
        return dueAt;
    }

    public boolean isProvisional() {
        return provisional;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
