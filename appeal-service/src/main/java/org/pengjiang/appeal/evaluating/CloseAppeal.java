package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealClosed;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.kit.identity.Caller;

/** Ends an appeal that was answered: the enterprise itself, or whoever called it back. */
@ApplicationScoped
class CloseAppeal {
    private final OpenForCommand open;
    private final Evaluation evaluation;
    private final AppealLog log;

    CloseAppeal(OpenForCommand open, Evaluation evaluation, AppealLog log) {
        this.open = open;
        this.evaluation = evaluation;
        this.log = log;
    }

    @Transactional
    Appeal close(UUID id, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.CLOSE, caller);
        Appeal appeal = context.appeal();
        ClosedBy by = context.capacities().contains(Capacity.ENTERPRISE) ? ClosedBy.ENTERPRISE : ClosedBy.CALLBACK;
        evaluation.close(appeal, by, context.now());
        log.append(appeal, new AppealClosed(appeal.standing(), context.now().at(), by.name()));
        return appeal;
    }
}
