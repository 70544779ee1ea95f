package org.pengjiang.appeal.lookup;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a page of appeals reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "AppealPage")
record AppealPage(
        List<AppealSummary> items,
        @Nullable String next,

        @Schema(
                description =
                        "where a search ended before its page was full: it has looked at what was recorded from then on,"
                                + " and next goes on with what is older 已检索至")
        @Nullable Instant searchedUpTo) {}
