package org.pengjiang.appeal.dispatching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.assignment.NamedHandlers;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.returns.Returns;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;

/** The centre gives an appeal to another one before anybody has signed for it: its own mistake, and no return. */
@ApplicationScoped
class RedirectAppeal {
    private final OpenForCommand open;
    private final NamedHandlers handlers;
    private final Returns returns;
    private final AssignHandler assign;

    RedirectAppeal(OpenForCommand open, NamedHandlers handlers, Returns returns, AssignHandler assign) {
        this.open = open;
        this.handlers = handlers;
        this.returns = returns;
        this.assign = assign;
    }

    /** @throws DomainException KEPT_BY_RULING, UNIT_RETURNED_IT and those of {@link NamedHandlers#other} */
    @Transactional
    Appeal redirect(UUID id, Redirection said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REDIRECT, caller);
        Appeal appeal = context.appeal();
        if (returns.isKeptByRuling(appeal)) {
            throw new DomainException(AppealProblem.KEPT_BY_RULING);
        }
        Handler next = handlers.other(appeal, said.unit(), said.specialClass());
        returns.requireNotReturnedBy(appeal, next, next.classId() == null ? "/unit" : "/specialClass");
        assign.redirect(appeal, next, caller.subject(), said.reason(), context.now());
        return appeal;
    }
}
