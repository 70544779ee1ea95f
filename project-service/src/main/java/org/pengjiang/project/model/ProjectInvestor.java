package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One investor's part in a project. */
@Embeddable
public record ProjectInvestor(
        @NotNull @Column(name = "investor_id") UUID investorId,

        @Column(name = "share_bp") @Nullable @Min(0) @Max(10_000) Integer shareBasisPoints,

        @Column(name = "controller") boolean controller) {}
