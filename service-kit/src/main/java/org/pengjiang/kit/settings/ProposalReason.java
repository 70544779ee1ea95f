package org.pengjiang.kit.settings;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.LongText;

/** Why a proposal is rejected or withdrawn. */
@Schema(name = "ProposalReason")
record ProposalReason(@NotNull @LongText(max = 500) String reason) {}
