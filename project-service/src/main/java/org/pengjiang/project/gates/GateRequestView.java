package org.pengjiang.project.gates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.identity.NamedAccount;
import org.pengjiang.project.model.GateRequest;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.RequestStatus;
import org.pengjiang.project.model.SkipReason;
import org.pengjiang.project.model.Stage;

/**
 * A gate request and where it stands.
 *
 * @param projectStage the stage the project is in now
 * @param outstanding the roles that must still confirm
 */
record GateRequestView(
        UUID projectId,
        int seq,
        Stage from,
        Stage to,
        Stage projectStage,
        LocalDate businessDate,
        RequestStatus status,
        List<String> confirmers,
        List<String> outstanding,
        List<GateConfirmation> confirmations,
        List<String> duplicates,
        @Nullable SkipReason skipReason,
        @Nullable String reason,
        @NamedAccount String submittedBy,
        Instant submittedAt,
        @NamedAccount @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable String closeReason) {

    static GateRequestView of(InvestmentProject project, GateRequest request) {
        ApprovalRequest approval = request.approval();
        return new GateRequestView(
                project.id(),
                request.seq(),
                request.from(),
                request.to(),
                project.stage(),
                request.businessDate(),
                request.status(),
                approval.needed(),
                approval.outstanding(),
                approval.confirmations().stream().map(GateConfirmation::of).toList(),
                request.duplicates(),
                request.skipReason(),
                request.reason(),
                approval.proposedBy(),
                approval.proposedAt(),
                approval.closedBy(),
                approval.closedAt(),
                approval.reason());
    }
}
