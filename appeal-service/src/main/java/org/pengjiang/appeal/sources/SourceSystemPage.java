package org.pengjiang.appeal.sources;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a page of source systems reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "SourceSystemPage")
record SourceSystemPage(
        List<SourceSystemView> items, @Nullable String next) {}
