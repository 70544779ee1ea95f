package org.pengjiang.appeal.lookup;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.confidentiality.ConfidentialityGrade;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.neighbours.HandlerKind;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.appeal.model.view.AppealView;

/**
 * One line of a list of appeals. What may be done with it stands in the appeal itself. Where the reader is not involved, what was filed and
 * who filed it are missing.
 */
record AppealSummary(
        UUID id,
        @Schema(examples = "A-440703-2026-0001") String no,
        @Nullable String title,
        @Schema(examples = "440703101") String divisionCode,
        AppealState state,
        @Schema(description = "状态") String stateNameZh,
        String stateNameEn,
        boolean open,
        int round,
        @Nullable Nature nature,
        @Schema(examples = "A04") String category,
        @Schema(description = "诉求类别") @Nullable String categoryNameZh,
        @Nullable String categoryNameEn,
        @Nullable Urgency urgency,
        TimeClass timeClass,
        @Schema(description = "时限等级") String timeClassNameZh,
        String timeClassNameEn,
        @Nullable AppealSource source,

        @Schema(description = "credit code of who appeals, where there is one 企业", examples = "91440703MA00000077")
        @Nullable String enterprise,

        @Schema(description = "name of who appeals, where it was said 诉求人名称") @Nullable String enterpriseName,

        @Nullable UUID projectId,
        @Nullable String projectNo,
        @Nullable HandlerKind handlerKind,

        @Schema(description = "code of the unit that answers for it 责任单位", examples = "440703101") @Nullable String accountableUnit,

        @Schema(description = "责任单位名称") @Nullable String unitName,

        @Schema(description = "not for enterprises and partners 督办级别") @Nullable Integer supervisionLevel,

        @Schema(description = "whether a promise to the enterprise was ever broken 曾超期")
        boolean breached,

        Instant receivedAt,

        @Schema(description = "how often it was urged 催办次数") int urgeCount,

        @Schema(description = "the earliest promise not kept yet 最近到期") @Nullable Instant nextDueAt,

        @Schema(description = "working minutes from serverTime to nextDueAt; negative once that has passed 剩余工作分钟")
        @Nullable Long workingMinutesLeft,

        @Schema(description = "what the minutes are counted from 服务器时间")
        Instant serverTime,

        @Schema(description = "masked; in full only to its handlers 联系人（脱敏）")
        AppealView.@Nullable MaskedContact contact,

        @Schema(description = "what of it the reader is shown 可见范围")
        FieldView view,

        @Nullable ConfidentialityGrade confidentiality,
        long version) {}
