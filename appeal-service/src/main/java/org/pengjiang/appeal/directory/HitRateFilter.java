package org.pengjiang.appeal.directory;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which first dispatches are looked at: those of these days. */
record HitRateFilter(
        @Parameter(description = "the first day 起始日期", example = "2026-09-01") @QueryParam("from") @NotNull LocalDate from,

        @Parameter(description = "the last day, at most 92 days later 截止日期", example = "2026-09-30")
        @QueryParam("to")
        @NotNull LocalDate to) {}
