package org.pengjiang.appeal.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a page of rules reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "DispatchRulePage")
record DispatchRulePage(
        List<DispatchRuleView> items, @Nullable String next) {}
