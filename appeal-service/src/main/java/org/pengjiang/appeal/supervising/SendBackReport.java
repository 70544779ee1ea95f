package org.pengjiang.appeal.supervising;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.LongText;

/** Why the order is not cleared, and until when the head reports again: exactly one of the two. */
record SendBackReport(
        @NotNull @LongText(max = 1000) String reason,

        @Min(1) @Max(ReportDue.MOST) @Schema(description = "until the next report is due, at the end of the last one 期限（工作日）")
        @Nullable Integer workingDays,

        @Schema(description = "a working day after today, at whose end the report is due 期限日期", examples = "2026-09-30")
        @Nullable LocalDate dueOn) {
    ReportDue due() {
        return new ReportDue(workingDays, dueOn);
    }
}
