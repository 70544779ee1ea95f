package org.pengjiang.project.specialclass;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why a special class ends. */
record Ending(@NotNull @LongText(max = 500) String reason) {}
