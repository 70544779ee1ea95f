package org.pengjiang.appeal.model.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * A level of a clock that has fired; never again after that.
 *
 * <p>Its columns are declared not to be null: Hibernate would otherwise delete and write anew all levels of a clock for each new one,
 * which nobody may.
 *
 * @param firedAt when it was due to fire
 * @param recordedAt when the sweep noticed
 */
@Embeddable
public record EscalationFired(
        @Column(nullable = false) int level,
        @Column(name = "fired_at", nullable = false) Instant firedAt,
        @Column(name = "recorded_at", nullable = false) Instant recordedAt) {}
