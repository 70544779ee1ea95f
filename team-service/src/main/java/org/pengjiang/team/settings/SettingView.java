package org.pengjiang.team.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.team.model.Settings;

/** A setting: what holds today, and every version. */
@Schema(name = "Setting")
record SettingView(
        String name,
        String division,

        @Schema(description = "Number of the newest version, also the ETag")
        int latestVersion,

        VersionView inForce,
        @Schema(description = "Newest first") List<VersionView> versions,
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
        static VersionView of(Settings.Version it) {
            return new VersionView(it.number(), it.effectiveFrom(), it.value(), it.assumption(), it.source());
        }
    }
}
