package org.pengjiang.appeal.board;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the board is narrowed to. */
record BoardFilter(
        @Parameter(description = "code of the unit that answers for it 责任单位", example = "440703101")
        @QueryParam("unit")
        @Nullable @Pattern(regexp = "[A-Z0-9-]{1,32}", message = "{such.as} 440703-ZR") String unit,

        @Parameter(description = "this level of supervision or a higher one 督办级别")
        @QueryParam("minLevel")
        @Nullable @Min(0) @Max(4) Integer minLevel) {}
