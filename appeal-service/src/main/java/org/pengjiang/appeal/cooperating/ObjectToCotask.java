package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.CotaskObjected;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.Cotasks;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** The head of a unit says that a co-task is not of it, and the centre rules. Its time stands still meanwhile. */
@ApplicationScoped
class ObjectToCotask {
    private final OpenForCommand open;
    private final Cotasks cotasks;
    private final AppealLog log;

    ObjectToCotask(OpenForCommand open, Cotasks cotasks, AppealLog log) {
        this.open = open;
        this.cotasks = cotasks;
        this.log = log;
    }

    @Transactional
    Appeal object(UUID id, int seq, Objection said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.OBJECT_TO_COTASK, caller);
        Appeal appeal = context.appeal();
        Cotask cotask = OwnParts.require(cotasks.get(appeal, seq), caller);
        cotasks.object(appeal, cotask, caller.subject(), said.reason(), context.now());
        log.append(
                appeal, new CotaskObjected(appeal.standing(), seq, cotask.unit().code()));
        return appeal;
    }
}
