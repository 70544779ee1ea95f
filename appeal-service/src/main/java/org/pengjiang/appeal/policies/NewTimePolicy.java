package org.pengjiang.appeal.policies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.calendar.TargetUnit;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/** A whole version of the time policy; nothing of the version before goes on that does not stand in it. */
@Schema(name = "NewTimePolicy")
record NewTimePolicy(
        @NotNull @Pattern(regexp = "[A-Z0-9]{2,10}(-[A-Z0-9]{1,10}){1,3}", message = "{such.as} PJ-2027")
        @Schema(examples = "PJ-2027")
        String version,

        @NotNull @Schema(description = "In force for what is received from the beginning of this day on (施行日期)")
        LocalDate validFrom,

        @NotNull @OneLine(max = 200) @Schema(description = "Number of the document that orders it (文号)")
        String documentNo,

        @NotNull @LongText(max = 500) @Schema(description = "What it rests on (说明)")
        String note,

        @Schema(description = "True while the district has not confirmed it (假设)") @Nullable Boolean assumption,

        @NotNull @Size(min = 1, max = 500) @Schema(description = "Where a clock has several, the one that is due first binds (时限)")
        List<@Valid @NotNull NewTarget> targets) {

    /** How long one clock of one class may take. */
    @Schema(name = "NewTimeTarget")
    record NewTarget(
            @NotNull TimeClass timeClass,
            @NotNull ClockType clock,

            @Pattern(regexp = "[A-Z][0-9]{2}", message = "{such.as} A04") @Schema(description = "Absent for the whole class", examples = "C04")
            @Nullable String category,

            @NotNull @Schema(
                    description = "At least 1, or 0 for WORKING_DAYS_END; at most a century",
                    minimum = "0",
                    maximum = "52596000",
                    examples = "60")
            Long amount,

            @NotNull TargetUnit unit,

            @Schema(description = "NATURAL_MINUTES and NATURAL_DAYS only (顺延)") @Nullable Boolean rollForward,

            @NotNull @OneLine(max = 200) @Schema(description = "Whose rule it is (依据)")
            String source) {
        String ofCategory() {
            return category == null ? "" : category;
        }

        boolean rolls() {
            return Boolean.TRUE.equals(rollForward);
        }
    }

    boolean isAssumption() {
        return Boolean.TRUE.equals(assumption);
    }
}
