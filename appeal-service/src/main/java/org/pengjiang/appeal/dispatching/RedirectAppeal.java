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
import org.pengjiang.kit.identity.Caller;

/** The centre gives an appeal to another one before anybody has signed for it: its own mistake, and no return. */
@ApplicationScoped
class RedirectAppeal {
    private final OpenForCommand open;
    private final NamedHandlers handlers;
    private final AssignHandler assign;

    RedirectAppeal(OpenForCommand open, NamedHandlers handlers, AssignHandler assign) {
        this.open = open;
        this.handlers = handlers;
        this.assign = assign;
    }

    @Transactional
    Appeal redirect(UUID id, Redirection said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REDIRECT, caller);
        Appeal appeal = context.appeal();
        Handler next = handlers.other(appeal, said.unit(), said.specialClass());
        assign.redirect(appeal, next, caller.subject(), said.reason(), context.now());
        return appeal;
    }
}
