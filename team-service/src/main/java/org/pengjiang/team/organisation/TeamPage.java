package org.pengjiang.team.organisation;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of teams reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "TeamPage")
record TeamPage(List<TeamSummary> items, Optional<String> next) {}
