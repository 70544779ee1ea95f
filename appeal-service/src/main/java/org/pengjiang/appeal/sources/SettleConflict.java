package org.pengjiang.appeal.sources;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** What became of a conflict. */
record SettleConflict(
        @NotNull @LongText(max = 500) @Schema(description = "what was done about it 处理情况")
        String note) {}
