package org.pengjiang.appeal.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.policy.TimeClass;

/** What a version of the catalogue would change. */
@Schema(name = "CataloguePreview")
record CataloguePreview(
        @Schema(description = "The version that it follows") int follows,

        LocalDate validFrom,
        List<String> added,
        List<String> changed,
        List<String> retired,

        @Schema(
                description =
                        "Of what is added or changed: its class, its latest reply and its rating, before and after")
        List<ChangedCategory> changes,

        @Schema(
                description =
                        "How many open appeals it moves: none, each keeps the category and the promises that it was given")
        long openAppeals) {
    /** How a category is handled before and after; nothing before where it is added. */
    @Schema(name = "ChangedCategory")
    record ChangedCategory(
            String code,
            @Nullable TimeClass timeClassBefore,
            TimeClass timeClassAfter,

            @Schema(description = "Such as 10 WORKING_DAYS_END; the earliest due of several binds") @Nullable String limitBefore,

            String limitAfter,
            @Nullable Boolean ratedBefore,
            boolean ratedAfter) {}
}
