package org.pengjiang.project.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.file.ScanState;
import org.pengjiang.kit.identity.NamedAccount;
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

        @Nullable @Schema(description = "of the file; NOT_SCANNED: no virus scan has seen it yet 病毒扫描结果")
        ScanState fileScan,

        String source,
        EvidenceStatus status,
        @NamedAccount String submittedBy,
        Instant submittedAt,
        @NamedAccount @Nullable String judgedBy,
        @Nullable Instant judgedAt,
        @Nullable String judgement) {

    static EvidenceView of(Evidence piece, Map<UUID, List<AttachedFile>> files) {
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
                files.getOrDefault(piece.id(), List.of()).stream()
                        .map(AttachedFile::scan)
                        .findFirst()
                        .orElse(null),
                piece.source(),
                piece.status(),
                approval.proposedBy(),
                approval.proposedAt(),
                approval.closedBy(),
                approval.closedAt(),
                approval.reason());
    }
}
