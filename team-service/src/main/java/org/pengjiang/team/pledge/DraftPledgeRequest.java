package org.pengjiang.team.pledge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A team's promises for a year. */
@Schema(name = "DraftPledge")
record DraftPledgeRequest(
        @NotNull @Min(2000) @Max(2100) Integer year,
        @NotEmpty @Size(max = 30) List<@NotNull @Valid LineRequest> lines) {}
