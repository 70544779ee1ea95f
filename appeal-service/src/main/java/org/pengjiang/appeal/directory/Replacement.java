package org.pengjiang.appeal.directory;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.LongText;

/**
 * Who answers instead, for the same category in the same area.
 *
 * @param unitCode a known unit that sees the whole area
 * @param assumption true while the district has not confirmed it
 */
@Schema(name = "DispatchRuleReplacement")
record Replacement(
        @NotNull @Pattern(regexp = "[A-Z0-9-]{1,32}", message = "{such.as} 440703-ZR") @Schema(examples = "440703-FW")
        String unitCode,

        @Schema(
                description =
                        "From now on where it is left out; of a rule that has not begun, never before that begins")
        @Nullable OffsetDateTime beginsAt,

        @LongText(max = 500) @Nullable String note,
        @Nullable Boolean assumption) {}
