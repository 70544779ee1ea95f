package org.pengjiang.kit.settings;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.LongText;

/** A new version of a setting. */
@Schema(name = "ChangeSetting")
record ChangeSettingRequest(
        @NotNull JsonNode value,

        @NotNull @Schema(description = "Tomorrow or later: what was counted stays counted")
        LocalDate effectiveFrom,

        @NotNull @LongText(max = 500) @Schema(description = "The decision it rests on")
        String source,

        @Schema(description = "False, the default, when the district has decided") @Nullable Boolean assumption) {}
