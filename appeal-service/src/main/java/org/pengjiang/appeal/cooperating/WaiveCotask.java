package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.CotaskWaived;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.Cotasks;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** The head of the lead goes on without a co-task. */
@ApplicationScoped
class WaiveCotask {
    private final OpenForCommand open;
    private final Cotasks cotasks;
    private final AppealLog log;

    WaiveCotask(OpenForCommand open, Cotasks cotasks, AppealLog log) {
        this.open = open;
        this.cotasks = cotasks;
        this.log = log;
    }

    @Transactional
    Appeal waive(UUID id, int seq, Waiver said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.WAIVE_COTASK, caller);
        Appeal appeal = context.appeal();
        Cotask cotask = cotasks.get(appeal, seq);
        cotasks.waive(appeal, cotask, caller.subject(), said.reason(), context.now());
        log.append(
                appeal,
                new CotaskWaived(
                        appeal.standing(),
                        seq,
                        cotask.unit().code(),
                        cotask.isMandatory(),
                        context.now().at()));
        return appeal;
    }
}
