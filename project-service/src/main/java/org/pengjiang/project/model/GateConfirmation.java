package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** One person's confirmation, in one of the roles a gate asks for. */
@Embeddable
public record GateConfirmation(
        @Column(name = "role") String role,
        @Column(name = "confirmed_by") String confirmedBy,
        @Column(name = "confirmed_at") Instant confirmedAt) {}
