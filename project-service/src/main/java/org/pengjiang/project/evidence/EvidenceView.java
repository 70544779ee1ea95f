package org.pengjiang.project.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.project.model.Evidence;
import org.pengjiang.project.model.EvidencePaper;
import org.pengjiang.project.model.EvidenceStatus;
import org.pengjiang.project.model.EvidenceType;

/** A document and what a second person found in it. */
record EvidenceView(
        UUID id,
        EvidenceType type,
        String title,
        @Nullable String docNo,
        @Nullable String issuedBy,
        @Nullable LocalDate issuedOn,
        @Nullable String sha256,
        @Nullable Long size,
        @Nullable String mime,
        @Nullable UUID fileId,
        String source,
        EvidenceStatus status,
        String submittedBy,
        Instant submittedAt,
        @Nullable String judgedBy,
        @Nullable Instant judgedAt,
        @Nullable String judgement) {

    static EvidenceView of(Evidence piece) {
        EvidencePaper paper = piece.paper();
        ApprovalRequest approval = piece.approval();
        return new EvidenceView(
                piece.id(),
                paper.type(),
                paper.title(),
                paper.docNo(),
                paper.issuedBy(),
                paper.issuedOn(),
                paper.sha256(),
                paper.size(),
                paper.mime(),
                paper.fileId(),
                piece.source(),
                piece.status(),
                approval.proposedBy(),
                approval.proposedAt(),
                approval.closedBy(),
                approval.closedAt(),
                approval.reason());
    }
}
