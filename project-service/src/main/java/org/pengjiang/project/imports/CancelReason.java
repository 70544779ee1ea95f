package org.pengjiang.project.imports;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why an import is given up. */
record CancelReason(@NotNull @LongText(max = 500) String reason) {}
