package org.pengjiang.team.appeals;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "UnitAppealsPage")
record UnitAppealsPage(List<UnitAppealsSummary> items, Optional<String> next) {}
