package org.pengjiang.appeal.lookup;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Of which days the appeals that have ended are counted. */
record CountFilter(
        @Parameter(
                description = "the first day on which an appeal ended; 29 days before the last one if absent 办结起始日期",
                example = "2026-09-01")
        @QueryParam("endedFrom")
        @Nullable LocalDate endedFrom,

        @Parameter(description = "the last one, at most 366 days later; today if absent 办结截止日期", example = "2026-09-30")
        @QueryParam("endedTo")
        @Nullable LocalDate endedTo) {}
