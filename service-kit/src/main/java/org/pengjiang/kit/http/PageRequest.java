package org.pengjiang.kit.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The two query parameters of every list; take it as {@code @BeanParam @Valid PageRequest page}. */
public record PageRequest(
        @Parameter(description = "how many at most 每页条数") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,

        @Parameter(description = "the cursor of the page before, as it stood in next 游标")
        @QueryParam("cursor")
        @Nullable String cursor) {}
