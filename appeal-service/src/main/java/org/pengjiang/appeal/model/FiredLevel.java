package org.pengjiang.appeal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * A level of a clock that has fired; never again after that.
 *
 * @param firedAt when it was due to fire
 * @param recordedAt when the sweep noticed
 */
@Embeddable
public record FiredLevel(
        int level,
        @Column(name = "fired_at") Instant firedAt,
        @Column(name = "recorded_at") Instant recordedAt) {}
