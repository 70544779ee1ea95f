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
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.kit.identity.Caller;

/** The enterprise ends its appeal without a rating. Nobody else does: what it does not say, the end of the window says. */
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
        evaluation.close(appeal, ClosedBy.ENTERPRISE, context.now());
        log.append(
                appeal,
                new AppealClosed(
                        appeal.standing(),
                        context.now().at(),
                        ClosedBy.ENTERPRISE.name(),
                        evaluation.result(appeal).map(Enum::name).orElse(null)));
        return appeal;
    }
}
