package org.pengjiang.appeal.cooperating;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why a unit that was called does not come. */
record Decline(@NotNull @LongText(max = 1000) String reason) {}
