package org.pengjiang.appeal.board;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;

/** An open appeal on the board: what of it is due first, and how far its clocks have climbed. Neither title nor enterprise. */
record BoardAppeal(
        UUID id,
        @Schema(examples = "A-440703-2026-0001") String no,
        @Schema(examples = "440703101") String divisionCode,
        AppealState state,
        @Schema(description = "状态") String stateNameZh,
        String stateNameEn,
        int round,
        @Schema(examples = "A04") String category,
        TimeClass timeClass,

        @Schema(description = "code of the unit that answers for it, where one does 责任单位", examples = "440703101")
        @Nullable String unit,

        @Schema(description = "责任单位名称") @Nullable String unitName,
        @Schema(description = "督办级别") int supervisionLevel,

        @Schema(description = "how often it was urged 催办次数") int urgeCount,

        @Schema(description = "what is due first 最早到期的时限") @Nullable ClockType clock,

        @Schema(description = "最早到期") Instant dueAt,

        @Schema(
                description =
                        "the highest rung of an overdue clock of this round: 100 its due, above it the rungs after it; absent where none is overdue 升级档次",
                examples = "102")
        @Nullable Integer rung) {}
