package org.pengjiang.appeal.directory;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of rules is narrowed to. */
record RuleFilter(
        @Parameter(description = "category code 诉求类别", example = "A01")
        @QueryParam("category")
        @Nullable @Pattern(regexp = "[A-Z][0-9]{2}", message = "{such.as} A04") String category,

        @Parameter(description = "code of the unit 单位", example = "440703-ZR")
        @QueryParam("unit")
        @Nullable @Pattern(regexp = "[A-Z0-9-]{1,32}", message = "{such.as} 440703-ZR") String unit,

        @Parameter(description = "only those that apply on this day 生效日期") @QueryParam("on") @Nullable LocalDate on) {}
