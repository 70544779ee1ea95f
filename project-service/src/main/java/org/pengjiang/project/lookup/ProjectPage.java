package org.pengjiang.project.lookup;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of projects reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "ProjectPage")
record ProjectPage(List<ProjectSummary> items, Optional<String> next) {}
