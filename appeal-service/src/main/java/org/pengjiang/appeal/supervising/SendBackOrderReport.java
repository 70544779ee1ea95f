package org.pengjiang.appeal.supervising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.OrderReportSentBack;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.supervision.OrderReport;
import org.pengjiang.appeal.model.supervision.SupervisionOrders;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Supervision wants another report. */
@ApplicationScoped
class SendBackOrderReport {
    private final OpenForCommand open;
    private final SupervisionOrders orders;
    private final AppealLog log;

    SendBackOrderReport(OpenForCommand open, SupervisionOrders orders, AppealLog log) {
        this.open = open;
        this.orders = orders;
        this.log = log;
    }

    /** @throws DomainException VALUE_UNACCEPTABLE with the fault of the due */
    @Transactional
    Appeal sendBack(UUID id, int seq, SendBackReport said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.SEND_BACK_REPORT, caller);
        Appeal appeal = context.appeal();
        List<Fault> faults = said.due().faults(context.now());
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        int workingDays = said.due().workingDays(context.now());
        OrderReport report =
                orders.sendBack(appeal, seq, said.reason().strip(), workingDays, caller.subject(), context.now());
        log.append(
                appeal,
                new OrderReportSentBack(
                        appeal.standing(),
                        seq,
                        report.number(),
                        context.now().at(),
                        appeal.clock(ClockType.ORDER).flatMap(SlaClock::dueAt).orElse(null)));
        return appeal;
    }
}
