package org.pengjiang.appeal.waiting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.LongText;

/** What whoever grants something says to it. */
@Schema(name = "SuspensionNote")
record DecisionNote(
        @Nullable @LongText(max = 1000) @Schema(description = "审批意见")
        String note) {}
