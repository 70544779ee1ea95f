package org.pengjiang.appeal.board;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How far ahead the board looks. */
record DueSoonFilter(
        @Parameter(description = "of the working calendar of one's division 未来工作小时数")
        @QueryParam("withinHours")
        @DefaultValue("4")
        @Min(1) @Max(40) int withinHours) {}
