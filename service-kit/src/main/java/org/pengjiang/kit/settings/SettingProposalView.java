package org.pengjiang.kit.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.identity.NamedAccount;

/** A change that waits for a second person, or has been decided. */
@Schema(name = "SettingProposal")
record SettingProposalView(
        UUID id,
        @Schema(description = "The setting 系统参数") String name,
        String division,
        JsonNode value,
        LocalDate effectiveFrom,
        boolean assumption,
        String source,
        @Schema(description = "状态") ApprovalOutcome status,
        @Schema(description = "account 提出人账号") @NamedAccount String proposedBy,
        OffsetDateTime proposedAt,

        @Nullable @Schema(description = "the last moment to confirm it; then it expires 复核截止时间")
        OffsetDateTime decideBy,

        @Nullable @Schema(description = "account 办理人账号") @NamedAccount
        String decidedBy,

        @Nullable OffsetDateTime decidedAt,

        @Nullable @Schema(description = "why it was rejected or withdrawn 理由")
        String reason,

        List<String> allowedCommands) {}
