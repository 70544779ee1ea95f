package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.appeal.events.ObjectionUpheld;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.screening.Objections;
import org.pengjiang.kit.identity.Caller;

/** The supervision upholds an objection: the appeal goes on, and a rule that names a handler dispatches it at once. */
@ApplicationScoped
class UpholdObjection {
    private final OpenForCommand open;
    private final Objections objections;
    private final AssignHandler assign;
    private final AppealLog log;

    UpholdObjection(OpenForCommand open, Objections objections, AssignHandler assign, AppealLog log) {
        this.open = open;
        this.objections = objections;
        this.assign = assign;
        this.log = log;
    }

    @Transactional
    Appeal uphold(UUID id, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.UPHOLD_OBJECTION, caller);
        Appeal appeal = context.appeal();
        PublicTexts.require(Map.of("/reason", why));
        objections.uphold(appeal, caller.subject(), why, context.now());
        log.append(appeal, new ObjectionUpheld(appeal.standing(), context.now().at()));
        assign.byItself(appeal, context.now());
        return appeal;
    }
}
