package org.pengjiang.kit.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A letter in the record: to whom, why, and what became of it. No address. */
@Schema(name = "Notice")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeView(
        UUID id,
        Recipient.Kind recipientKind,

        @Schema(description = "the account, the unit's code, the role, or the enterprise's credit code 收件方")
        String recipient,

        @Schema(description = "ASSIGNED, REMINDED or HAPPENED 缘由", examples = "ASSIGNED")
        String reason,

        @Schema(description = "what it speaks of 事项类型", examples = "to-confirm")
        String kind,

        @Schema(description = "the same in words 标题") String title,
        String subjectType,
        UUID subject,
        String link,
        boolean urgent,
        NoticeState state,

        @Schema(
                description =
                        "why it was skipped or failed: NO_ADDRESS, TASK_DONE, CHANNEL_OFF, LOGGED, SERVER_UNREACHABLE,"
                                + " SERVER_REFUSED_LOGIN, SERVER_SAID_550 …, CONNECTION_BROKEN, GIVEN_UP, INTERNAL 原因")
        @Nullable String why,

        @Schema(description = "LOG, SMTP or OFF; absent before the first attempt 渠道") @Nullable String channel,

        int attempts,
        OffsetDateTime createdAt,

        @Schema(description = "not sent before; the next working interval unless urgent 暂缓至")
        OffsetDateTime heldUntil,

        @Schema(description = "absent when nothing more is tried 下次尝试时间") @Nullable OffsetDateTime nextAttemptAt,

        @Nullable OffsetDateTime settledAt) {

    /** Documents the answer of the list. */
    @Schema(name = "Notices")
    record Part(List<NoticeView> items, @Nullable String next) {}
}
