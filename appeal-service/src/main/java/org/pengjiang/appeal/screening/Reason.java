package org.pengjiang.appeal.screening;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** Why something is decided so, or what is objected. */
@Schema(name = "ScreeningReason")
record Reason(@NotNull @LongText(max = 2000) String reason) {}
