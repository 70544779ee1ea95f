package org.pengjiang.appeal.lookup;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a page of appeals reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "AppealPage")
record AppealPage(List<AppealSummary> items, @Nullable String next) {}
