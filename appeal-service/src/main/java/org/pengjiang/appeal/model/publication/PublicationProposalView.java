package org.pengjiang.appeal.model.publication;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.identity.NamedAccount;

/** Something to be published that waits for a second person, or has been decided. */
@Schema(name = "PublicationProposal")
public record PublicationProposalView(
        UUID id,
        PublicationKind kind,
        String division,

        @Schema(description = "Number of the document that it rests on 文号")
        String documentNo,

        @Schema(description = "What was sent to be published 发布内容")
        JsonNode content,

        @Schema(
                description =
                        "What it would change, as it stood when it was proposed: for a calendar what its preview answers 影响")
        JsonNode effect,

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
