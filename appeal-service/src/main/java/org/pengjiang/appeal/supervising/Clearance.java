package org.pengjiang.appeal.supervising;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why an order is cleared. */
record Clearance(@NotNull @LongText(max = 1000) String note) {}
