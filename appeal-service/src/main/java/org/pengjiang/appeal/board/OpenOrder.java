package org.pengjiang.appeal.board;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.supervision.OrderIssuer;
import org.pengjiang.appeal.model.supervision.OrderStatus;

/** An order of supervision that is not cleared. */
record OpenOrder(
        UUID id,
        UUID appealId,
        @Schema(examples = "A-440703-2026-0001") String appealNo,

        @Schema(description = "its number among the orders on the appeal 督办单序号")
        int seq,

        @Schema(description = "督办方") OrderIssuer by,
        @Schema(description = "督办内容") String content,
        OrderStatus status,
        Instant orderedAt,

        @Schema(description = "code of the unit that owes the report 承办单位", examples = "440703-ZR")
        String unit,

        @Schema(description = "承办单位名称") @Nullable String unitName,

        @Schema(description = "until when the head reports, or reported last 反馈期限") @Nullable Instant reportDueAt,

        @Schema(description = "whether the report is or was late 是否超期")
        boolean overdue,

        @Schema(description = "false: the appeal has ended, and the order can be cleared without a report 诉求未办结")
        boolean appealOpen) {}
