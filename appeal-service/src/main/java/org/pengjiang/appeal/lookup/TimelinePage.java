package org.pengjiang.appeal.lookup;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.timeline.TimelineEntry;

/** How a page of a timeline reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "TimelinePage")
record TimelinePage(List<TimelineEntry> items, @Nullable String next) {}
