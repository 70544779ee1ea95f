package org.pengjiang.appeal.supervising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.OrderReportedOn;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.supervision.OrderReport;
import org.pengjiang.appeal.model.supervision.SupervisionOrder;
import org.pengjiang.appeal.model.supervision.SupervisionOrders;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The head reports on an order of supervision. */
@ApplicationScoped
class ReportOnOrder {
    private final OpenForCommand open;
    private final SupervisionOrders orders;
    private final AppealFiles files;
    private final AppealLog log;

    ReportOnOrder(OpenForCommand open, SupervisionOrders orders, AppealFiles files, AppealLog log) {
        this.open = open;
        this.orders = orders;
        this.files = files;
        this.log = log;
    }

    /** @throws DomainException VALUE_UNACCEPTABLE with the fault of each file */
    @Transactional
    Appeal report(UUID id, int seq, NewReport said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REPORT_ON_ORDER, caller);
        Appeal appeal = context.appeal();
        List<Fault> faults = files.faults(said.fileIds(), caller);
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        OrderReport report = orders.report(appeal, seq, said.text().strip(), caller.subject(), context.now());
        log.append(
                appeal,
                new OrderReportedOn(
                        appeal.standing(), seq, report.number(), report.reportedAt(), isInTime(appeal, seq)));
        files.attach(appeal, AppealFiles.Place.of(report), said.fileIds(), caller);
        return appeal;
    }

    private boolean isInTime(Appeal appeal, int seq) {
        return orders.of(appeal).stream()
                .filter(order -> order.seq() == seq)
                .map(SupervisionOrder::clockId)
                .flatMap(clock -> appeal.clock(clock).flatMap(SlaClock::result).stream())
                .anyMatch(ClockResult::met);
    }
}
