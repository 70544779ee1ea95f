package org.pengjiang.project.agreements;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why something does not stand. */
record Reason(@NotNull @LongText(max = 500) String reason) {}
