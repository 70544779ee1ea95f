package org.pengjiang.project.investors;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why a credit code whose check characters fail is taken all the same. */
record OverrideReason(@NotNull @LongText(max = 500) String reason) {}
