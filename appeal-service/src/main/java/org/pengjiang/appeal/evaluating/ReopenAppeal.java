package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.evaluation.Orderer;
import org.pengjiang.appeal.model.evaluation.Reopenings;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.view.AppealOutline;
import org.pengjiang.appeal.model.view.AppealOutlines;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;

/** The enterprise or the supervision has a closed appeal go on; without an account by the query code. */
@ApplicationScoped
class ReopenAppeal {
    private final OpenForCommand open;
    private final Reopenings reopenings;
    private final AppealAccess access;
    private final AppealOutlines outlines;

    ReopenAppeal(OpenForCommand open, Reopenings reopenings, AppealAccess access, AppealOutlines outlines) {
        this.open = open;
        this.reopenings = reopenings;
        this.access = access;
        this.outlines = outlines;
    }

    @Transactional
    Appeal reopen(UUID id, OrderReason said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REOPEN, caller);
        Orderer by = Orderer.of(caller, context.capacities());
        return reopenings.reopen(context.appeal(), by, said.reason(), context.now());
    }

    /** @throws DomainException CODE_OF_HANDLER */
    @Transactional
    AppealOutline byCode(UUID id, String reason) {
        CommandContext context = open.byQueryCode(id, AppealCommand.REOPEN);
        if (access.isFiledByHandler(context.appeal())) {
            throw new DomainException(AppealProblem.CODE_OF_HANDLER);
        }
        return outlines.outline(reopenings.reopen(context.appeal(), Orderer.BY_CODE, reason, context.now()));
    }
}
