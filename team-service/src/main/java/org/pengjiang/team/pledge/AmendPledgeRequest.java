package org.pengjiang.team.pledge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.OneLine;

/** The next version of a signed pledge, by resolution of the leading group. */
@Schema(name = "AmendPledge")
record AmendPledgeRequest(
        @NotNull @OneLine(max = 100) @Schema(description = "Number of the resolution (领导小组决议文号)")
        String resolutionNo,

        @NotEmpty @Size(max = 30) List<@NotNull @Valid LineRequest> lines) {}
