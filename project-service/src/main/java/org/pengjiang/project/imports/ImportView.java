package org.pengjiang.project.imports;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.identity.NamedAccount;

/** How far an import has come; the rows that were refused are a list of their own. */
record ImportView(
        UUID id,
        int year,
        boolean dryRun,
        ImportStatus status,
        String fileSha256,
        int rowsTotal,
        int rowsChecked,
        int rowsGood,
        int rowsBad,
        int rowsImported,
        @NamedAccount String submittedBy,
        Instant submittedAt,
        @NamedAccount @Nullable String confirmedBy,

        @Nullable @Schema(description = "how the second person's word stands, such as EXPIRED; absent for a dry run 复核状态")
        ApprovalOutcome confirmation,

        @Nullable @Schema(description = "the last moment to confirm it; then it expires 复核截止时间")
        Instant confirmBy,

        @Nullable Instant finishedAt,

        @Nullable @Schema(description = "since when the work on it fails; it is tried again, or cancelled 处理失败起始时间")
        Instant failingSince,

        @NamedAccount @Nullable String cancelledBy,
        @Nullable String cancelReason) {
    static ImportView of(ImportJob job) {
        return new ImportView(
                job.id(),
                job.year(),
                job.isDryRun(),
                job.status(),
                job.fileSha256(),
                job.rowsTotal(),
                job.rowsChecked(),
                job.rowsGood(),
                job.rowsBad(),
                job.rowsImported(),
                job.submittedBy(),
                job.submittedAt(),
                job.confirmedBy(),
                job.approval().map(ApprovalRequest::outcome).orElse(null),
                job.approval().flatMap(ApprovalRequest::deadline).orElse(null),
                job.finishedAt(),
                job.failingSince(),
                job.cancelledBy(),
                job.cancelReason());
    }
}
