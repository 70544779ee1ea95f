package org.pengjiang.appeal.deadlines;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.TargetUnit;

/** A what-if: from when, how long, in what. */
@Schema(name = "DeadlineQuestion")
record DeadlineQuestion(
        @NotNull @Schema(description = "With its offset", examples = "2026-09-18T17:00:00+08:00")
        OffsetDateTime from,

        @NotNull @Schema(
                description =
                        "At least 1, or 0 for WORKING_DAYS_END: the working day that still goes on; at most a century",
                minimum = "0",
                maximum = "52596000",
                examples = "60")
        Long amount,

        @NotNull @Schema(
                description = "WORKING_MINUTES 工作分钟, NATURAL_MINUTES 自然分钟, NATURAL_DAYS 自然日（每日24小时）, WORKING_DAYS_END"
                        + " 第n个工作日下班时, NATURAL_DAYS_END 第n个自然日下班时（休息日顺延）, NATURAL_DAYS_MIDNIGHT"
                        + " 第n个自然日24时（全为休息日的顺延）")
        TargetUnit unit,

        @Schema(
                description = "NATURAL_MINUTES and NATURAL_DAYS only: a due on a day off moves to the end of the next"
                        + " working day (顺延)")
        @Nullable Boolean rollForward,

        @Size(max = 1000) @Schema(description = "When it does not run; overlapping ones count once") @Nullable List<@Valid @NotNull PauseSpan> pauses) {

    /** One span in which the time does not run. */
    @Schema(name = "PauseSpan")
    record PauseSpan(@NotNull OffsetDateTime from, @NotNull OffsetDateTime to) {}

    boolean rolls() {
        return Boolean.TRUE.equals(rollForward);
    }

    List<PauseSpan> spans() {
        return pauses == null ? List.of() : pauses;
    }
}
