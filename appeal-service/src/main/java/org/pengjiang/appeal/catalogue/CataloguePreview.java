package org.pengjiang.appeal.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
                        "How many open appeals it moves: none, each keeps the category and the promises that it was given")
        long openAppeals) {}
