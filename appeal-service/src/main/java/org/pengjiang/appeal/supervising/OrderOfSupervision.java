package org.pengjiang.appeal.supervising;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.LongText;

/** What supervision orders, and until when the head reports: exactly one of the two. */
record OrderOfSupervision(
        @NotNull @LongText(max = 2000) String content,

        @Min(1) @Max(ReportDue.MOST) @Schema(description = "until the report is due, at the end of the last one 期限（工作日）")
        @Nullable Integer workingDays,

        @Schema(description = "a working day after today, at whose end the report is due 期限日期", examples = "2026-09-30")
        @Nullable LocalDate dueOn) {
    ReportDue due() {
        return new ReportDue(workingDays, dueOn);
    }
}
