package org.pengjiang.appeal.screening;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why something is decided so, or what is objected. */
record Reason(@NotNull @LongText(max = 2000) String reason) {}
