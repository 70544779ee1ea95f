package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.appeal.events.ObjectionDismissed;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.screening.Objections;
import org.pengjiang.kit.identity.Caller;

/** The supervision dismisses an objection: the rejection stands. */
@ApplicationScoped
class DismissObjection {
    private final OpenForCommand open;
    private final Objections objections;
    private final AppealLog log;

    DismissObjection(OpenForCommand open, Objections objections, AppealLog log) {
        this.open = open;
        this.objections = objections;
        this.log = log;
    }

    @Transactional
    Appeal dismiss(UUID id, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.DISMISS_OBJECTION, caller);
        Appeal appeal = context.appeal();
        PublicTexts.require(Map.of("/reason", why));
        objections.dismiss(appeal, caller.subject(), why, context.now());
        log.append(
                appeal, new ObjectionDismissed(appeal.standing(), context.now().at()));
        return appeal;
    }
}
