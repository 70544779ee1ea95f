package org.pengjiang.project.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which stage is asked for, when it was reached, and why where a reason is needed. */
public record GateWish(
        Stage to,
        LocalDate businessDate,
        @Nullable SkipReason skipReason,
        @Nullable String reason) {}
