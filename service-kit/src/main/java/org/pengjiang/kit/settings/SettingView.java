package org.pengjiang.kit.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A setting: what holds today, and its versions. */
@Schema(name = "Setting")
record SettingView(
        String name,

        @Schema(description = "in the language that was asked for 名称")
        String title,

        String division,

        @Schema(description = "Number of the newest version, also the ETag")
        int latestVersion,

        VersionView inForce,

        @Schema(description = "The newest ones, newest first; all of them at /versions")
        List<VersionView> versions,

        @Schema(description = "Form of the value as JSON Schema; x-minimum and x-maximum bound a decimal")
        JsonNode schema,

        @Schema(description = "Whether a second person confirms a change 须两人办理")
        boolean decidedByTwo,

        List<String> allowedCommands) {

    /** One version; shipped ones are the defaults of the product. */
    @Schema(name = "SettingVersion")
    record VersionView(
            int version,
            LocalDate effectiveFrom,
            JsonNode value,

            @Schema(description = "True until the district has decided (假设)")
            boolean assumption,

            String source) {
        static VersionView of(SettingVersion it) {
            return new VersionView(it.number(), it.effectiveFrom(), it.value(), it.assumption(), it.source());
        }
    }
}
