package org.pengjiang.appeal.waiting;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.appeal.model.interruption.SuspensionCause;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/** Why an appeal has to wait by law. */
record NewSuspension(
        @NotNull @Schema(description = "中止事由") SuspensionCause cause,

        @NotNull @OneLine(max = 100)
        @Schema(description = "of the document by which it waits 文书编号", examples = "(2026)粤0703民初1号")
        String documentNo,

        @NotNull @LongText(max = 1000) @Schema(description = "for the supervision 申请理由")
        String reason) {}
