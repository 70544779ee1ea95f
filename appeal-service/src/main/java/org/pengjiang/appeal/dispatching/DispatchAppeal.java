package org.pengjiang.appeal.dispatching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.assignment.NamedHandlers;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.directory.DispatchBasis;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.kit.identity.Caller;

/** The centre gives an appeal to whoever is to handle it. */
@ApplicationScoped
class DispatchAppeal {
    private final OpenForCommand open;
    private final NamedHandlers handlers;
    private final AssignHandler assign;

    DispatchAppeal(OpenForCommand open, NamedHandlers handlers, AssignHandler assign) {
        this.open = open;
        this.handlers = handlers;
        this.assign = assign;
    }

    @Transactional
    Appeal dispatch(UUID id, DispatchOrder order, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.DISPATCH, caller);
        Appeal appeal = context.appeal();
        Handler handler = handlers.either(appeal, order.unit(), order.specialClass());
        assign.to(appeal, handler, DispatchBasis.DISPATCHER, caller.subject(), context.now());
        return appeal;
    }
}
