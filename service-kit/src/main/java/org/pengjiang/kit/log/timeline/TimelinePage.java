package org.pengjiang.kit.log.timeline;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of a timeline reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "TimelinePage")
public record TimelinePage(List<TimelineEntry> items, Optional<String> next) {}
