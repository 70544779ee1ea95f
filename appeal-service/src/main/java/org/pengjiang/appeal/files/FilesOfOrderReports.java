package org.pengjiang.appeal.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.supervision.OrderReport;
import org.pengjiang.appeal.model.supervision.SupervisionOrders;
import org.pengjiang.kit.file.FileAccess;
import org.pengjiang.kit.file.FileRight;
import org.pengjiang.kit.identity.Caller;

/** Whoever reads a report on an order of supervision may read its files. */
@ApplicationScoped
class FilesOfOrderReports implements FileAccess {
    private final Appeals appeals;
    private final SupervisionOrders orders;
    private final AppealAccess access;
    private final Readers readers;

    FilesOfOrderReports(Appeals appeals, SupervisionOrders orders, AppealAccess access, Readers readers) {
        this.appeals = appeals;
        this.orders = orders;
        this.access = access;
        this.readers = readers;
    }

    @Override
    public String subjectType() {
        return AppealFiles.Part.ORDER_REPORT.subjectType();
    }

    @Override
    @Transactional
    public FileRight right(UUID report, Caller reader) {
        return readers.mayRead(reader)
                ? appeals.withOrderReport(reader, report)
                        .flatMap(appeal -> orders.reports(appeal).stream()
                                .filter(one -> one.id().equals(report))
                                .findFirst()
                                .flatMap(found -> right(found, access.reader(appeal, reader))))
                        .orElse(FileRight.NONE)
                : FileRight.NONE;
    }

    /** The offices have written it, and enterprises and partners read none. */
    private static Optional<FileRight> right(OrderReport report, AppealReader reader) {
        return !reader.isOutsider() && reader.reads(report.reportedAt(), false)
                ? Optional.of(Readers.right(reader, true))
                : Optional.empty();
    }
}
