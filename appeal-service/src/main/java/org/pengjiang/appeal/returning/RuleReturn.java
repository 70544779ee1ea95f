package org.pengjiang.appeal.returning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.events.ReturnRuled;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.escalation.PendingRequests;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.returns.AppealReturn;
import org.pengjiang.appeal.model.returns.Returns;
import org.pengjiang.kit.identity.Caller;

/** The supervision rules on a return: another unit gets the appeal, or the unit keeps it for good. */
@ApplicationScoped
class RuleReturn {
    private final OpenForCommand open;
    private final NextUnit next;
    private final Returns returns;
    private final AssignHandler assign;
    private final PendingRequests requests;
    private final AppealLog log;

    RuleReturn(
            OpenForCommand open,
            NextUnit next,
            Returns returns,
            AssignHandler assign,
            PendingRequests requests,
            AppealLog log) {
        this.requests = requests;
        this.open = open;
        this.next = next;
        this.returns = returns;
        this.assign = assign;
        this.log = log;
    }

    @Transactional
    Appeal rule(UUID id, int seq, Ruling said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.RULE_RETURN, caller);
        Appeal appeal = context.appeal();
        Optional<Handler> handler = next.of(appeal, seq, said);
        if (handler.isEmpty()) {
            AppealReturn refused = returns.refuse(appeal, seq, caller.subject(), said.note(), context.now());
            log(appeal, refused, List.of(), context);
            return appeal;
        }
        Optional<Assignment> turn =
                returns.uphold(appeal, seq, handler.get(), caller.subject(), said.note(), context.now());
        AppealReturn upheld = returns.of(appeal).getLast();
        log(appeal, upheld, returns.relieved(appeal, upheld), context);
        requests.lapse(appeal, context.now()).forEach(lapsed -> log.append(appeal, lapsed));
        turn.ifPresent(next -> assign.dispatched(appeal, next));
        return appeal;
    }

    private void log(Appeal appeal, AppealReturn ruled, List<String> relieved, CommandContext context) {
        log.append(
                appeal,
                new ReturnRuled(
                        appeal.standing(),
                        context.now().at(),
                        ruled.isUpheld(),
                        ruled.seq(),
                        ruled.unit(),
                        returns.transfers(appeal),
                        relieved));
    }
}
