package org.pengjiang.appeal.cooperating;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.appeal.AppealRequest;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.CotaskObjection;
import org.pengjiang.appeal.model.cooperation.CotaskOutcome;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.identity.NamedAccount;

/** A co-task as those involved see it. */
record CotaskView(
        int seq,
        int round,

        @Schema(description = "code of the unit that helps 协办单位")
        String unit,

        String content,

        @Schema(description = "whether the lead cannot reply before it is done or waived 是否必须完成")
        boolean mandatory,

        CotaskOutcome outcome,
        @NamedAccount String askedBy,
        Instant askedAt,
        UUID clockId,

        @Schema(
                description =
                        "absent while the time of the lead is paused or the centre rules on an objection, and once it has ended"
                                + " without an answer 完成期限")
        @Nullable Instant dueAt,

        boolean provisional,

        @Schema(description = "until when the unit may object 异议期限")
        Instant objectionUntil,

        @Nullable ObjectionView objection,
        @NamedAccount @Nullable String endedBy,
        @Nullable Instant endedAt,

        @Schema(description = "what the unit has found or done, or why it was ended otherwise 协办结果") @Nullable String result,

        @Schema(description = "whether it was done in time; present once it is done 是否按时完成") @Nullable Boolean inTime,

        List<AttachedFile> files) {

    static CotaskView of(
            Cotask cotask,
            @Nullable CotaskObjection objection,
            Instant objectionUntil,
            List<AttachedFile> files,
            FreeText text) {
        SlaClock clock = cotask.clock();
        boolean isDone = cotask.outcome() == CotaskOutcome.FINISHED;
        return new CotaskView(
                cotask.seq(),
                cotask.round(),
                cotask.unit().code(),
                text.of(cotask.content()),
                cotask.isMandatory(),
                cotask.outcome(),
                cotask.askedBy(),
                cotask.askedAt(),
                clock.id(),
                clock.dueAt().orElse(null),
                clock.isProvisional(),
                objectionUntil,
                objection == null ? null : ObjectionView.of(objection, text),
                cotask.endedBy().orElse(null),
                cotask.endedAt().orElse(null),
                cotask.result().map(text::of).orElse(null),
                isDone ? clock.result().map(ClockResult::met).orElse(null) : null,
                files);
    }

    /** What the unit has said against it, and the ruling. */
    @Schema(name = "CotaskObjectionView")
    record ObjectionView(
            String reason,
            @NamedAccount String askedBy,
            Instant askedAt,
            AppealRequest.Outcome outcome,
            @NamedAccount @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decision) {
        static ObjectionView of(CotaskObjection objection, FreeText text) {
            return new ObjectionView(
                    text.of(objection.reason()),
                    objection.askedBy(),
                    objection.askedAt(),
                    objection.outcome(),
                    objection.decidedBy().orElse(null),
                    objection.decidedAt().orElse(null),
                    objection.decision().map(text::of).orElse(null));
        }
    }
}
