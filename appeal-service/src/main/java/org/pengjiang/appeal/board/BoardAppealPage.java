package org.pengjiang.appeal.board;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a page of the board reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "BoardAppealPage")
record BoardAppealPage(List<BoardAppeal> items, @Nullable String next) {}
