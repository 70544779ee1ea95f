package org.pengjiang.appeal.planning;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** Why somebody decides so. */
@Schema(name = "ExtensionReason")
record Reason(
        @NotNull @LongText(max = 1000) @Schema(description = "理由")
        String reason) {}
