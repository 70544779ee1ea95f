package org.pengjiang.appeal.handling;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;

/**
 * Who works on an appeal, and who stands in for them.
 *
 * @param account absent: nobody in particular
 * @param substitute with both days or without any
 */
record PersonOrder(
        @Nullable @KeyString(max = 100) @Schema(description = "of the handler 经办人")
        String account,

        @Nullable @KeyString(max = 100) @Schema(description = "works on it beside them on these days 代办人")
        String substitute,

        @Nullable @Schema(description = "first day 代办首日", examples = "2026-09-21")
        LocalDate substituteFrom,

        @Nullable @Schema(description = "last day 代办末日", examples = "2026-09-25")
        LocalDate substituteTo) {}
