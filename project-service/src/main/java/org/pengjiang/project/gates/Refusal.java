package org.pengjiang.project.gates;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why a gate request ends without the gate. */
record Refusal(@NotNull @LongText(max = 500) String reason) {}
