package org.pengjiang.appeal.evaluating;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.appeal.model.evaluation.RatingFinding;
import org.pengjiang.kit.text.LongText;

/** What the supervision finds of a bad rating. */
record NewFinding(
        @NotNull RatingFinding finding,

        @NotNull @LongText(max = 1000)
        @Schema(description = "which the enterprise reads too; without numbers of mobile phones or identity cards 理由")
        String reason) {}
