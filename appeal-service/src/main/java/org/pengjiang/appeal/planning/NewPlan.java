package org.pengjiang.appeal.planning;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** How the handler means to solve the matter. */
record NewPlan(
        @NotNull @LongText(max = 4000)
        @Schema(description = "for the enterprise: without numbers of mobile phones or identity cards 办理方案")
        String text) {}
