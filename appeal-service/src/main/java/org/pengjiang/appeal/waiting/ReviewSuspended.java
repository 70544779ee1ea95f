package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.SuspensionConfirmed;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.interruption.Suspension;
import org.pengjiang.appeal.model.interruption.Suspensions;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** Head or supervision say that a suspension still holds, which begins its next period, or that the appeal goes on. */
@ApplicationScoped
class ReviewSuspended {
    private final OpenForCommand open;
    private final Suspensions suspensions;
    private final LogResumption resumptions;
    private final AppealLog log;

    ReviewSuspended(OpenForCommand open, Suspensions suspensions, LogResumption resumptions, AppealLog log) {
        this.open = open;
        this.suspensions = suspensions;
        this.resumptions = resumptions;
        this.log = log;
    }

    @Transactional
    Appeal confirm(UUID id, int seq, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.CONFIRM_SUSPENSION, caller);
        Appeal appeal = context.appeal();
        Suspension suspension = suspensions.confirm(appeal, seq, caller.subject(), context.now());
        log.append(
                appeal,
                new SuspensionConfirmed(
                        appeal.standing(),
                        seq,
                        suspension.cause().name(),
                        suspensions.review(appeal).flatMap(SlaClock::dueAt).orElse(null)));
        return appeal;
    }

    @Transactional
    Appeal resume(UUID id, int seq, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.RESUME, caller);
        Appeal appeal = context.appeal();
        Suspension suspension = suspensions.resume(appeal, seq, why, caller.subject(), context.now());
        resumptions.ofSuspension(appeal, suspension, context.now());
        return appeal;
    }
}
