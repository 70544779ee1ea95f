package org.pengjiang.project.investors;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.IdType;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.identity.NamedAccount;
import org.pengjiang.project.model.Investor;

/** An investor as it is read; a natural person's name is masked and the number is absent. */
record InvestorView(
        UUID id,
        DivisionCode divisionCode,
        String name,
        @Nullable IdType idType,
        @Nullable String idNo,
        String country,
        List<String> tags,
        boolean notYetRegistered,
        boolean overridePending,
        @Nullable String overrideReason,
        @NamedAccount @Nullable String overrideConfirmedBy,

        @Nullable @Schema(description = "how the second person's word stands, such as EXPIRED 复核状态")
        ApprovalOutcome overrideStatus,

        @Nullable @Schema(description = "the last moment to confirm it; then it expires 复核截止时间")
        Instant overrideConfirmBy) {

    static InvestorView of(Investor investor) {
        return new InvestorView(
                investor.id(),
                investor.division(),
                investor.name(),
                investor.idType(),
                investor.idNo(),
                investor.country(),
                investor.tags(),
                investor.isNotYetRegistered(),
                investor.isOverridePending(),
                investor.overrideReason(),
                investor.overrideConfirmedBy(),
                investor.override().map(ApprovalRequest::outcome).orElse(null),
                investor.override().flatMap(ApprovalRequest::deadline).orElse(null));
    }
}
