package org.pengjiang.appeal.tracking;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** What shows that a milestone is met. The enterprise reads it. */
record MilestoneEvidence(
        @NotNull @LongText(max = 2000) @Schema(description = "without numbers of mobile phones or identity cards 完成证明")
        String evidence) {}
