package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** One person's confirmation, in one of the roles a gate asks for. */
@Embeddable
public record GateConfirmation(
        @Column(name = "role", nullable = false) String role,
        @Column(name = "confirmed_by", nullable = false) String confirmedBy,
        @Column(name = "confirmed_at", nullable = false) Instant confirmedAt) {}
