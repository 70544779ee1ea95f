package org.pengjiang.appeal.directory;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The last day a rule applies; of one that has not begun, a day before its first means that it never applies. */
@Schema(name = "DispatchRuleLastDay")
record LastDay(@NotNull @Schema(examples = "2026-12-31") LocalDate lastDay) {}
