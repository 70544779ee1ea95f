package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.screening.Rejections;
import org.pengjiang.kit.identity.Caller;

/** The centre takes an appeal that no rule named a handler for; a rule that has come since dispatches it at once. */
@ApplicationScoped
class AcceptAppeal {
    private final OpenForCommand open;
    private final AssignHandler assign;
    private final Rejections rejections;

    AcceptAppeal(OpenForCommand open, AssignHandler assign, Rejections rejections) {
        this.open = open;
        this.rejections = rejections;
        this.assign = assign;
    }

    @Transactional
    Appeal accept(UUID id, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.ACCEPT, caller);
        rejections.lapse(context.appeal(), context.now().at());
        assign.accept(context.appeal(), context.now());
        assign.byItself(context.appeal(), context.now());
        return context.appeal();
    }
}
