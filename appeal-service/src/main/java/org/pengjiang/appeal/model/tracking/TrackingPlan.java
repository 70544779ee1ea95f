package org.pengjiang.appeal.model.tracking;

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

/** What the head proposes for an appeal that cannot be solved now, and the leader decides. */
@Entity
@Table(name = "tracking_plan")
public class TrackingPlan extends AppealRequest {
    @Column(updatable = false)
    private int round;

    @Column(updatable = false)
    private String plan;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private TrackingConsent consent;

    @Column(name = "consent_note", updatable = false)
    private @Nullable String consentNote;

    protected TrackingPlan() {}

    TrackingPlan(Appeal appeal, int seq, NewTracking said, String account, Instant at) {
        super(appeal, seq, account, said.reason(), at);
        this.round = appeal.round();
        this.plan = said.plan();
        this.consent = said.consent();
        this.consentNote = said.consentNote();
    }

    void approve(String account, @Nullable String note, Instant at) {
        grant(account, note, at);
    }

    void reject(String account, String why, Instant at) {
        refuse(account, why, at);
    }

    /** By the leader who has decided it without being asked. */
    void decideOwn(Instant at) {
        grantOwn(at);
    }

    public int round() {
        return round;
    }

    public String plan() {
        return plan;
    }

    public TrackingConsent consent() {
        return consent;
    }

    public Optional<String> consentNote() {
        return Optional.ofNullable(consentNote);
    }
}
