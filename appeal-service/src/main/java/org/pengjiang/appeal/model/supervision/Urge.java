package org.pengjiang.appeal.model.supervision;

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

/** Somebody asks whoever handles the appeal to go on with it. */
@Entity
@Table(name = "urge")
public class Urge extends AppealPart {
    @Enumerated(EnumType.STRING)
    @Column(name = "urged_as")
    private Urger urger;

    @Column
    private String text;

    @Column(name = "urged_by")
    private String urgedBy;

    @Column(name = "urged_at")
    private Instant urgedAt;

    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "clock_id")
    private UUID clockId;

    @Column(name = "answered_by")
    private @Nullable String answeredBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column
    private @Nullable String answer;

    protected Urge() {}

    Urge(Appeal appeal, int seq, NewUrge said, Instant at, Instant nextAt, UUID clockId) {
        super(appeal, seq);
        this.urger = said.urger();
        this.text = said.text();
        this.urgedBy = said.account();
        this.urgedAt = at;
        this.nextAt = nextAt;
        this.clockId = clockId;
    }

    /** @param said null where the reply to the appeal answers it */
    void answer(@Nullable String said, @Nullable String account, Instant at) {
        answer = said;
        answeredBy = account;
        answeredAt = at;
    }

    public Urger urger() {
        return urger;
    }

    public String text() {
        return text;
    }

    public String urgedBy() {
        return urgedBy;
    }

    public Instant urgedAt() {
        return urgedAt;
    }

    /** From when on the next one is possible. */
    public Instant nextAt() {
        return nextAt;
    }

    public UUID clockId() {
        return clockId;
    }

    public Optional<String> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** Empty where the reply to the appeal answered it. */
    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    /** Without an answer, and the appeal has not ended since. */
    public boolean isWaiting() {
        return answeredAt == null
                && appeal().clock(clockId).filter(SlaClock::isWaiting).isPresent();
    }
}
