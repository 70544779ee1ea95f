package org.pengjiang.appeal.planning;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.planning.Consent;
import org.pengjiang.appeal.model.planning.ConsentAsked;
import org.pengjiang.kit.text.LongText;

/** How much more time the reply needs, and what the enterprise has said to it. */
record NewExtension(
        @NotNull @Min(1) @Max(100_000) @Schema(
                description = "how much longer, in the unit of the clock RESOLVE; at most as long again 延长时长",
                examples = "2")
        Integer amount,

        @NotNull @LongText(max = 1000) @Schema(description = "for whoever decides 申请理由")
        String reason,

        @NotNull @Schema(description = "企业意见") Consent consent,

        @Nullable @LongText(max = 1000)
        @Schema(
                description =
                        "what the enterprise has said, or how it was tried to reach it; due unless it has consented 企业意见说明")
        String consentNote) {
    ConsentAsked asked() {
        return new ConsentAsked(consent, consentNote);
    }
}
