package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.events.ReworkOrdered;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.OrderedBy;
import org.pengjiang.appeal.model.evaluation.Orderer;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;

/** The supervision sends an answered appeal into a new round. */
@ApplicationScoped
class OrderRework {
    private final OpenForCommand open;
    private final Evaluation evaluation;
    private final AssignHandler assign;
    private final AppealLog log;

    OrderRework(OpenForCommand open, Evaluation evaluation, AssignHandler assign, AppealLog log) {
        this.open = open;
        this.evaluation = evaluation;
        this.assign = assign;
        this.log = log;
    }

    /** @throws DomainException HANDLES_IT_HIMSELF */
    @Transactional
    Appeal order(UUID id, OrderReason said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.ORDER_REWORK, caller);
        Appeal appeal = context.appeal();
        if (context.capacities().contains(Capacity.HANDLER)) {
            throw new DomainException(AppealProblem.HANDLES_IT_HIMSELF);
        }
        int round = appeal.round();
        String unit = appeal.handler().map(Handler::accountableUnit).orElse(null);
        Orderer by = new Orderer(caller.subject(), OrderedBy.SUPERVISOR);
        Optional<Assignment> next = evaluation.orderRework(appeal, by, said.reason(), context.now());
        log.append(appeal, new ReworkOrdered(appeal.standing(), context.now().at(), round, unit));
        next.ifPresent(assignment -> assign.dispatched(appeal, assignment));
        return appeal;
    }
}
