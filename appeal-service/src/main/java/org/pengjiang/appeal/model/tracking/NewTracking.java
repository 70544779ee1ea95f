package org.pengjiang.appeal.model.tracking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.LongText;

/**
 * What is proposed for an appeal that cannot be solved now.
 *
 * @param plan and what the milestones say are read by the enterprise: without numbers of mobile phones or identity cards
 */
public record NewTracking(
        @NotNull @LongText(max = 1000) @Schema(description = "why it cannot be solved now; for the offices 挂账理由")
        String reason,

        @NotNull @LongText(max = 4000) @Schema(description = "what will be done 推进方案")
        String plan,

        @NotNull @Schema(description = "what the enterprise has said to it 企业意见")
        TrackingConsent consent,

        @Nullable @LongText(max = 1000) @Schema(description = "due unless it has consented 企业意见说明")
        String consentNote,

        @NotNull @Size(min = 1, max = 20) @Schema(description = "in their order 节点")
        List<@NotNull @Valid NewMilestone> milestones) {

    /** What the enterprise reads, by where it stands. */
    Map<String, String> publicTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("/plan", plan);
        for (int i = 0; i < milestones.size(); i++) {
            texts.put("/milestones/" + i + "/content", milestones.get(i).content());
        }
        return texts;
    }
}
