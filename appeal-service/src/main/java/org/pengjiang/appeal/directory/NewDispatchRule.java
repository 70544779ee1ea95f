package org.pengjiang.appeal.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.LongText;

/**
 * A rule as it is entered.
 *
 * @param divisionCode the area; of two rules for an appeal the one of the narrower area applies
 * @param unitCode a known unit that sees the whole area
 * @param validFrom today or later: what was dispatched already stays explained
 * @param validTo the last day, if it is known
 * @param assumption true while the district has not confirmed it
 */
record NewDispatchRule(
        @NotBlank @Pattern(regexp = "[0-9]{2,12}", message = "{such.as} 440703") @Schema(examples = "440703")
        String divisionCode,

        @NotNull @Pattern(regexp = "[A-Z][0-9]{2}", message = "{such.as} A04") @Schema(examples = "A01")
        String category,

        @NotNull @Pattern(regexp = "[A-Z0-9-]{1,32}", message = "{such.as} 440703-ZR") @Schema(examples = "440703-ZR")
        String unitCode,

        @NotNull @Schema(examples = "2026-09-18") LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable @LongText(max = 500) String note,
        @Nullable Boolean assumption) {}
