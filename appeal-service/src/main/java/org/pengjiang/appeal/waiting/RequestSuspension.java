package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.SuspensionRequested;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.interruption.Suspension;
import org.pengjiang.appeal.model.interruption.Suspensions;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** The head asks the supervision to suspend an appeal. */
@ApplicationScoped
class RequestSuspension {
    private final OpenForCommand open;
    private final Suspensions suspensions;
    private final AppealLog log;

    RequestSuspension(OpenForCommand open, Suspensions suspensions, AppealLog log) {
        this.open = open;
        this.suspensions = suspensions;
        this.log = log;
    }

    @Transactional
    Appeal request(UUID id, NewSuspension said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REQUEST_SUSPENSION, caller);
        Appeal appeal = context.appeal();
        Suspension suspension = suspensions.request(
                appeal, said.cause(), said.documentNo(), said.reason(), caller.subject(), context.now());
        log.append(
                appeal,
                new SuspensionRequested(
                        appeal.standing(), suspension.seq(), suspension.cause().name()));
        return appeal;
    }
}
