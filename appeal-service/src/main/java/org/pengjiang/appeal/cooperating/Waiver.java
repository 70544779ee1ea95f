package org.pengjiang.appeal.cooperating;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why the lead goes on without a co-task. */
record Waiver(@NotNull @LongText(max = 1000) String reason) {}
