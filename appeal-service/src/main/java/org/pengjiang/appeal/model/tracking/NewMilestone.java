package org.pengjiang.appeal.model.tracking;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** A step that is agreed with the enterprise. */
public record NewMilestone(
        @NotNull @LongText(max = 500) @Schema(description = "what is done then 节点内容")
        String content,

        @NotNull @Schema(
                description = "after today; on a day off it is due with the next working day 完成日期",
                examples = "2026-12-31")
        LocalDate dueOn) {}
