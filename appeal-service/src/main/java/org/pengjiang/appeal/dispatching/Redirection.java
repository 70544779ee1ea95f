package org.pengjiang.appeal.dispatching;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;

/**
 * Exactly one of unit and special class.
 *
 * @param unit code of the unit that is to handle it
 * @param specialClass true: the open special class of the appeal's project
 */
record Redirection(
        @Nullable @KeyString(max = 60) String unit,
        @Nullable Boolean specialClass,

        @NotNull @LongText(max = 1000) @Schema(description = "why it was dispatched wrongly 改派理由")
        String reason) {}
