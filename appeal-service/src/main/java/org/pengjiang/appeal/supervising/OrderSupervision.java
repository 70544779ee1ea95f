package org.pengjiang.appeal.supervising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.SupervisionOrdered;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.supervision.NewOrder;
import org.pengjiang.appeal.model.supervision.OrderIssuer;
import org.pengjiang.appeal.model.supervision.SupervisionOrder;
import org.pengjiang.appeal.model.supervision.SupervisionOrders;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Orders something of the unit that answers for the appeal. */
@ApplicationScoped
class OrderSupervision {
    private final OpenForCommand open;
    private final SupervisionOrders orders;
    private final AppealLog log;

    OrderSupervision(OpenForCommand open, SupervisionOrders orders, AppealLog log) {
        this.open = open;
        this.orders = orders;
        this.log = log;
    }

    /** @throws DomainException VALUE_UNACCEPTABLE with the fault of the due */
    @Transactional
    Appeal order(UUID id, OrderOfSupervision said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.ORDER_SUPERVISION, caller);
        Appeal appeal = context.appeal();
        List<Fault> faults = said.due().faults(context.now());
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        SupervisionOrder order = orders.order(
                appeal,
                new NewOrder(
                        OrderIssuer.of(context.capacities()),
                        said.content().strip(),
                        said.due().workingDays(context.now()),
                        caller.subject()),
                context.now());
        log.append(
                appeal,
                new SupervisionOrdered(
                        appeal.standing(),
                        order.seq(),
                        order.orderedAt(),
                        order.issuer().name(),
                        order.unit(),
                        appeal.clock(order.clockId()).flatMap(SlaClock::dueAt).orElse(null)));
        return appeal;
    }
}
