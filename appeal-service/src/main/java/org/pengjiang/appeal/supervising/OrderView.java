package org.pengjiang.appeal.supervising;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.supervision.OrderIssuer;
import org.pengjiang.appeal.model.supervision.OrderReport;
import org.pengjiang.appeal.model.supervision.OrderStatus;
import org.pengjiang.appeal.model.supervision.SupervisionOrder;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.identity.NamedAccount;

/** An order of supervision with the reports on it. */
@Schema(name = "SupervisionOrder")
record OrderView(
        int seq,
        @Schema(description = "as whom 督办方") OrderIssuer by,
        @NamedAccount String orderedBy,
        Instant orderedAt,

        @Schema(description = "code of the unit that answered for the appeal then 承办单位", examples = "440703-ZR")
        String unit,

        @Schema(description = "督办内容") String content,
        OrderStatus status,

        @Schema(description = "until when the head reports, or reported last 报告期限") @Nullable Instant reportDueAt,

        List<Report> reports,
        @NamedAccount @Nullable String clearedBy,
        @Nullable Instant clearedAt,
        @Schema(description = "销号意见") @Nullable String note) {

    /** @param sentBackReason why supervision wanted another one */
    @Schema(name = "SupervisionReport")
    record Report(
            int number,
            String text,
            @NamedAccount String reportedBy,
            Instant reportedAt,
            List<AttachedFile> files,
            @Nullable Instant sentBackAt,
            @Nullable String sentBackReason) {
        static Report of(OrderReport report, List<AttachedFile> files, FreeText text) {
            return new Report(
                    report.number(),
                    text.of(report.text()),
                    report.reportedBy(),
                    report.reportedAt(),
                    files,
                    report.sentBackAt().orElse(null),
                    report.reason().map(text::of).orElse(null));
        }
    }

    static OrderView of(
            SupervisionOrder order,
            Appeal appeal,
            List<OrderReport> reports,
            Map<UUID, List<AttachedFile>> files,
            FreeText text) {
        return new OrderView(
                order.seq(),
                order.issuer(),
                order.orderedBy(),
                order.orderedAt(),
                order.unit(),
                text.of(order.content()),
                order.status(),
                appeal.clock(order.clockId()).flatMap(SlaClock::dueAt).orElse(null),
                reports.stream()
                        .filter(report -> report.order() == order.seq())
                        .map(report -> Report.of(report, files.getOrDefault(report.id(), List.of()), text))
                        .toList(),
                order.clearedBy().orElse(null),
                order.clearedAt().orElse(null),
                order.note().map(text::of).orElse(null));
    }
}
