package org.pengjiang.appeal.cooperating;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.OneLine;

/** Who of a called unit is there. */
record Arrival(
        @NotNull @OneLine(max = 200) @Schema(description = "who came for the unit 到场人员")
        String whoCame) {}
