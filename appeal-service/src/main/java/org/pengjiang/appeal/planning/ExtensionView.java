package org.pengjiang.appeal.planning;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.appeal.AppealRequest;
import org.pengjiang.appeal.model.planning.Consent;
import org.pengjiang.appeal.model.planning.Extension;
import org.pengjiang.calendar.TargetUnit;
import org.pengjiang.kit.identity.NamedAccount;

/** More time for the reply, asked for or granted; outsiders are shown what was granted, without what the offices say to each other. */
record ExtensionView(
        int seq,
        int round,
        @Schema(description = "how much longer 延长时长") long amount,
        TargetUnit unit,
        Consent consent,
        @Schema(description = "企业意见说明") @Nullable String consentNote,
        AppealRequest.Outcome outcome,

        @Schema(description = "when the reply was due before 原到期时间")
        Instant originalDueAt,

        @Schema(description = "when it is due then 延长后到期时间") Instant extendedDueAt,

        @Schema(
                description =
                        "later than the latest reply: only the leader grants it, and the latest reply moves with it 超过最长时限")
        boolean pastLimit,

        @NamedAccount @Nullable String askedBy,
        Instant askedAt,
        @Schema(description = "申请理由") @Nullable String reason,
        @NamedAccount @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Schema(description = "审批意见") @Nullable String decision) {

    static ExtensionView of(Extension extension, AppealReader reader) {
        boolean office = !reader.isOutsider();
        return new ExtensionView(
                extension.seq(),
                extension.round(),
                extension.amount(),
                extension.unit(),
                extension.consent(),
                extension.consentNote().map(reader.text()::of).orElse(null),
                extension.outcome(),
                extension.dueAt(),
                extension.extendedDueAt(),
                extension.isPastLimit(),
                office ? extension.askedBy() : null,
                extension.askedAt(),
                office ? reader.text().of(extension.reason()) : null,
                office ? extension.decidedBy().orElse(null) : null,
                extension.decidedAt().orElse(null),
                office ? extension.decision().map(reader.text()::of).orElse(null) : null);
    }
}
