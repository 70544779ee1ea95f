package org.pengjiang.appeal.publications;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** Why a proposal is rejected or withdrawn. */
@Schema(name = "PublicationReason")
record DecisionReason(@NotNull @LongText(max = 500) String reason) {}
