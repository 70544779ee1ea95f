package org.pengjiang.appeal.board;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a page of open orders reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "OpenOrderPage")
record OpenOrderPage(List<OpenOrder> items, @Nullable String next) {}
