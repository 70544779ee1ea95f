package org.pengjiang.appeal.cooperating;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why a co-task is not of this unit. */
record Objection(@NotNull @LongText(max = 1000) String reason) {}
