package org.pengjiang.kit.log.feed;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the feed. It never ends: whoever has read everything comes again with the same cursor. */
@Schema(name = "Changes")
record Changes(
        List<Change> items,

        @Schema(description = "from where to go on, now or later")
        String cursor,

        @Schema(description = "true when there may be more right now")
        boolean more) {}
