package org.pengjiang.appeal.waiting;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.appeal.AppealRequest;
import org.pengjiang.appeal.model.interruption.Suspension;
import org.pengjiang.appeal.model.interruption.SuspensionCause;
import org.pengjiang.kit.identity.NamedAccount;

/** A suspension, asked for or granted; outsiders are shown what was granted, without what the offices say to each other. */
record SuspensionView(
        int seq,
        int round,
        SuspensionCause cause,
        @Schema(description = "文书编号") String documentNo,
        AppealRequest.Outcome outcome,
        @NamedAccount @Nullable String askedBy,
        Instant askedAt,
        @Schema(description = "申请理由") @Nullable String reason,
        @NamedAccount @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Schema(description = "审批意见") @Nullable String decision,

        @Schema(description = "when somebody looks whether it still holds; absent once it has ended 复核时间") @Nullable Instant reviewAt,

        @Schema(description = "somebody has to say that it still holds 待复核") @Nullable Boolean reviewDue,

        @NamedAccount @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @NamedAccount @Nullable String endedBy,
        @Nullable Instant endedAt,

        @Schema(description = "why the appeal goes on 恢复原因") @Nullable String endNote) {

    static SuspensionView of(Suspension suspension, @Nullable Instant reviewAt, AppealReader reader) {
        boolean office = !reader.isOutsider();
        return new SuspensionView(
                suspension.seq(),
                suspension.round(),
                suspension.cause(),
                suspension.documentNo(),
                suspension.outcome(),
                office ? suspension.askedBy() : null,
                suspension.askedAt(),
                office ? reader.text().of(suspension.reason()) : null,
                office ? suspension.decidedBy().orElse(null) : null,
                suspension.decidedAt().orElse(null),
                office ? suspension.decision().map(reader.text()::of).orElse(null) : null,
                suspension.lasts() ? reviewAt : null,
                office && suspension.lasts() ? suspension.isReviewAsked() : null,
                office ? suspension.confirmedBy().orElse(null) : null,
                suspension.confirmedAt().orElse(null),
                office ? suspension.endedBy().orElse(null) : null,
                suspension.endedAt().orElse(null),
                office ? suspension.endNote().map(reader.text()::of).orElse(null) : null);
    }
}
